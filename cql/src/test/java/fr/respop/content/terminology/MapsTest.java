package fr.respop.content.terminology;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupUnmappedMode;
import org.hl7.fhir.r4.model.ConceptMap.SourceElementComponent;
import org.hl7.fhir.r4.model.ConceptMap.TargetElementComponent;
import org.hl7.fhir.r4.model.NamingSystem;
import org.hl7.fhir.r4.model.NamingSystem.NamingSystemIdentifierType;
import org.hl7.fhir.r4.model.NamingSystem.NamingSystemUniqueIdComponent;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The maps repeat what other files say; here they are held to it. */
class MapsTest {

    private static final String LOINC = "http://loinc.org";
    private static final String NABM = "https://smt.esante.gouv.fr/terminologie-nabm";
    private static final String ITEM = "https://respop.org/fhir/CodeSystem/respop-follow-up-item";

    /** The items of several parts that a value set is a part of; it need not name them. */
    private static final Map<String, Set<String>> PARTS = Map.ofEntries(
            entry("kidney-function-item", Set.of("lab-panel", "iono-renal")),
            entry("urine-albumin-item", Set.of("lab-panel")),
            entry("lipid-item", Set.of("lab-panel", "hf-comorbid")),
            entry("sodium-item", Set.of("iono-renal")),
            entry("potassium-item", Set.of("iono-renal")),
            entry("blood-count-item", Set.of("iron")),
            entry("ferritin-item", Set.of("iron")),
            entry("transferrin-saturation-item", Set.of("iron")),
            entry("tsh-item", Set.of("hf-comorbid")),
            entry("hba1c-item", Set.of("hf-comorbid")),
            entry("fasting-glucose-item", Set.of("hf-comorbid")));

    private final TerminologyFolder folder = TerminologyFolder.read();

    @ParameterizedTest
    @CsvSource({
        "ccam-to-follow-up-item, https://smt.esante.gouv.fr/terminologie-ccam",
        "loinc-to-follow-up-item, http://loinc.org"
    })
    void aCodeIsMappedToTheItemsWhoseValueSetsListIt(String map, String system) {
        var expected = new TreeMap<String, Set<String>>();
        for (var valueSet : folder.all(ValueSet.class)) {
            for (var item : items(valueSet)) {
                TerminologyFolder.listed(valueSet, system)
                        .forEach(concept -> expected.computeIfAbsent(concept.getCode(), code -> new TreeSet<>())
                                .add(item));
            }
        }

        assertThat(targets(folder.one(ConceptMap.class, map))).isNotEmpty().isEqualTo(expected);
    }

    @Test
    void anActIsMappedToResultsOfTheItemsThatItDoes() {
        var mapped = targets(folder.one(ConceptMap.class, "nabm-to-loinc"));

        for (var valueSet : folder.all(ValueSet.class)) {
            if (!valueSet.getIdElement().getIdPart().endsWith("-item")) {
                continue;
            }
            var results = codes(valueSet, LOINC);
            assertThat(codes(valueSet, NABM))
                    .as(valueSet.getUrl())
                    .allSatisfy(act -> assertThat(mapped.getOrDefault(act, Set.of()))
                            .as("results of the act " + act)
                            .anyMatch(results::contains));
        }
    }

    @Test
    void everyTargetExistsUnderTheNameThatTheMapGivesIt() {
        var known = labels();

        for (var map : folder.all(ConceptMap.class)) {
            for (var group : map.getGroup()) {
                if (group.hasUnmapped()) {
                    continue;
                }
                assertThat(group.getElement().stream().flatMap(element -> element.getTarget().stream()))
                        .as(map.getUrl())
                        .allSatisfy(target -> assertThat(target.getDisplay())
                                .as(target.getCode())
                                .isEqualTo(known.get(group.getTarget() + "#" + target.getCode())));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"cim-10, CIM-10 Systems", "atc, ATC Systems", "ccam, CCAM Systems", "nabm, NABM Systems"})
    void theAddressesOfATerminologyAreThoseThatTheCqlReads(String namingSystem, String define) {
        var inCql = addressesInCql(define);
        var addresses = folder.one(NamingSystem.class, namingSystem).getUniqueId();
        var preferred = addresses.stream()
                .filter(address -> address.getType() == NamingSystemIdentifierType.URI && address.getPreferred())
                .toList();

        assertThat(addresses).extracting(MapsTest::address).containsExactlyInAnyOrderElementsOf(inCql);
        assertThat(preferred).extracting(MapsTest::address).containsExactly(inCql.get(0));
    }

    @Test
    void everyAliasHandsItsCodesOnToThePreferredAddress() {
        var expected = folder.all(NamingSystem.class).stream().flatMap(system -> {
            var addresses = system.getUniqueId().stream().map(MapsTest::address).toList();
            return addresses.stream().skip(1).map(alias -> tuple(alias, addresses.get(0)));
        });
        var groups = folder.one(ConceptMap.class, "system-aliases").getGroup();

        assertThat(groups)
                .extracting(group -> group.getSource(), group -> group.getTarget())
                .containsExactlyInAnyOrderElementsOf(expected.toList());
        assertThat(groups).allSatisfy(group -> {
            assertThat(group.getUnmapped().getMode()).isEqualTo(ConceptMapGroupUnmappedMode.PROVIDED);
            assertThat(group.getElement())
                    .allSatisfy(element -> assertThat(element.getTarget())
                            .extracting(TargetElementComponent::getCode)
                            .containsExactly(element.getCode()));
        });
    }

    /** The follow-up items that a value set is about: those it names, and those it is a part of. */
    private static Set<String> items(ValueSet valueSet) {
        var id = valueSet.getIdElement().getIdPart();
        if (!id.endsWith("-item")) {
            return Set.of();
        }
        var items = codes(valueSet, ITEM);
        items.addAll(PARTS.getOrDefault(id, Set.of()));
        assertThat(items).as("items of " + id).isNotEmpty();
        return items;
    }

    private static Set<String> codes(ValueSet valueSet, String system) {
        var codes = new TreeSet<String>();
        TerminologyFolder.listed(valueSet, system).forEach(concept -> codes.add(concept.getCode()));
        return codes;
    }

    private static Map<String, Set<String>> targets(ConceptMap map) {
        var targets = new TreeMap<String, Set<String>>();
        map.getGroup().stream()
                .flatMap(group -> group.getElement().stream())
                .forEach(element -> targets.put(element.getCode(), targets(element)));
        return targets;
    }

    private static Set<String> targets(SourceElementComponent element) {
        var codes = new TreeSet<String>();
        element.getTarget().forEach(target -> codes.add(target.getCode()));
        return codes;
    }

    /** The labels of our code systems, and those of other systems' codes in our value sets. */
    private Map<String, String> labels() {
        var labels = new HashMap<String, String>();
        for (var valueSet : folder.all(ValueSet.class)) {
            for (var include : valueSet.getCompose().getInclude()) {
                include.getConcept()
                        .forEach(concept ->
                                labels.put(include.getSystem() + "#" + concept.getCode(), concept.getDisplay()));
            }
        }
        for (var system : folder.all(CodeSystem.class)) {
            TerminologyFolder.concepts(system)
                    .forEach(concept -> labels.put(system.getUrl() + "#" + concept.getCode(), concept.getDisplay()));
        }
        return labels;
    }

    private static String address(NamingSystemUniqueIdComponent address) {
        return address.getType() == NamingSystemIdentifierType.OID
                ? "urn:oid:" + address.getValue()
                : address.getValue();
    }

    private static List<String> addressesInCql(String define) {
        return Pattern.compile("define \"" + Pattern.quote(define) + "\":\\s*\\{([^}]*)}")
                .matcher(TerminologyFolder.concepts())
                .results()
                .map(match -> match.group(1))
                .flatMap(MapsTest::quoted)
                .toList();
    }

    private static Stream<String> quoted(String list) {
        return Pattern.compile("'([^']*)'").matcher(list).results().map(match -> match.group(1));
    }
}
