package fr.respop.server.terminology;

import fr.respop.server.fhir.Refusal;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.ConceptMap.SourceElementComponent;
import org.hl7.fhir.r4.model.ConceptMap.TargetElementComponent;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads concept maps, in both directions, with what they say of codes that they do not list. */
@Component
class Translator {

    private final Terminology terminology;

    Translator(Terminology terminology) {
        this.terminology = terminology;
    }

    /** What a map says of a code. */
    Stream<Match> matches(ConceptMap map, AskedCode asked, boolean isReverse) {
        return isReverse ? reversed(map, asked) : forward(map, asked, new HashSet<>());
    }

    private Stream<Match> forward(ConceptMap map, AskedCode asked, Set<String> within) {
        if (map.hasUrl() && !within.add(map.getUrl())) {
            throw Refusal.unprocessable(
                    IssueType.PROCESSING,
                    "ConceptMap.group.unmapped",
                    "The concept map " + map.getUrl() + " leads back to itself. Correct it.");
        }
        return map.getGroup().stream()
                .filter(group -> isOf(asked, group.getSource(), group.getSourceVersion()))
                .flatMap(group -> {
                    var elements = group.getElement().stream()
                            .filter(element -> asked.code().equals(element.getCode()))
                            .toList();
                    return elements.isEmpty()
                            ? unmapped(map, group, asked, within)
                            : elements.stream().flatMap(element -> listed(map, group, element));
                });
    }

    private static Stream<Match> listed(
            ConceptMap map, ConceptMapGroupComponent group, SourceElementComponent element) {
        return element.getTarget().stream()
                .map(target -> new Match(
                        equivalence(target),
                        new Match.Target(
                                group.getTarget(), group.getTargetVersion(), target.getCode(), target.getDisplay()),
                        map.getUrl()));
    }

    private Stream<Match> unmapped(
            ConceptMap map, ConceptMapGroupComponent group, AskedCode asked, Set<String> within) {
        if (!group.getUnmapped().hasMode()) {
            return Stream.of();
        }
        var unmapped = group.getUnmapped();
        return switch (unmapped.getMode()) {
            case PROVIDED -> Stream.of(match("equal", map, group, asked.code(), null));
            case FIXED -> Stream.of(match("wider", map, group, unmapped.getCode(), unmapped.getDisplay()));
            case OTHERMAP ->
                forward(terminology.conceptMap("ConceptMap.group.unmapped", unmapped.getUrl()), asked, within);
            case NULL -> Stream.of();
        };
    }

    private static Match match(
            String equivalence, ConceptMap map, ConceptMapGroupComponent group, String code, @Nullable String display) {
        return new Match(
                equivalence,
                new Match.Target(group.getTarget(), group.getTargetVersion(), code, display),
                map.getUrl());
    }

    private static Stream<Match> reversed(ConceptMap map, AskedCode asked) {
        return map.getGroup().stream()
                .filter(group -> isOf(asked, group.getTarget(), group.getTargetVersion()))
                .flatMap(group -> group.getElement().stream()
                        .flatMap(element -> element.getTarget().stream()
                                .filter(target -> asked.code().equals(target.getCode()))
                                .map(target -> new Match(
                                        inverse(equivalence(target)),
                                        new Match.Target(
                                                group.getSource(),
                                                group.getSourceVersion(),
                                                element.getCode(),
                                                element.getDisplay()),
                                        map.getUrl()))));
    }

    private static boolean isOf(AskedCode asked, @Nullable String system, @Nullable String version) {
        return asked.system().equals(system)
                && (asked.version() == null
                        || version == null
                        || asked.version().equals(version));
    }

    private static String equivalence(TargetElementComponent target) {
        return (target.hasEquivalence() ? target.getEquivalence() : ConceptMapEquivalence.RELATEDTO).toCode();
    }

    private static String inverse(String equivalence) {
        return switch (equivalence) {
            case "wider" -> "narrower";
            case "narrower" -> "wider";
            case "subsumes" -> "specializes";
            case "specializes" -> "subsumes";
            default -> equivalence;
        };
    }
}
