package fr.respop.server.cdshooks;

import fr.respop.engine.content.Content;
import fr.respop.server.fhir.programme.Programme;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the installed content says that cards are made of, read once.
 *
 * @param content the compiled libraries, value sets and measures that it was read with
 * @param items those of all programmes
 * @param rules those of all hooks
 * @param labels of strata, criteria, missing data and override reasons
 */
record Knowledge(Content content, List<Programme> programmes, List<Item> items, List<OrderRule> rules, Labels labels) {

    static final String STRATA = "https://respop.org/fhir/CodeSystem/respop-stratum";
    static final String MISSING_DATA = "https://respop.org/fhir/CodeSystem/respop-missing-data";
    static final String OVERRIDE_REASONS = "https://respop.org/fhir/CodeSystem/respop-override-reason";

    List<Item> items(Programme programme) {
        return items.stream().filter(item -> item.programme().equals(programme)).toList();
    }

    List<OrderRule> rules(CdsService service) {
        return rules.stream()
                .filter(rule -> rule.hooks().contains(service.hook()))
                .toList();
    }

    /** The FHIR types of a resident's record that a service looks at, in alphabetical order. */
    Set<String> dataTypes(CdsService service) {
        var types = new TreeSet<>(Set.of("Patient"));
        if (!service.isAboutOrders()) {
            types.add("RiskAssessment");
        }
        libraries(service)
                .distinct()
                .forEach(library -> types.addAll(content.library(library).dataTypes()));
        return types;
    }

    private Stream<String> libraries(CdsService service) {
        return Stream.of(
                        programmes.stream().map(Programme::library),
                        items.stream().map(item -> item.measure().library()),
                        rules(service).stream().map(OrderRule::library))
                .flatMap(libraries -> libraries);
    }
}
