package fr.respop.server.terminology;

import fr.respop.engine.terminology.Concepts;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceDesignationComponent;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells whether a code is in a code system or a value set. */
@Component
class CodeValidator {

    private final Expander expander;

    CodeValidator(Expander expander) {
        this.expander = expander;
    }

    /** Of several codings of one meaning, one in the value set is enough. */
    Verdict inValueSet(ValueSet valueSet, List<AskedCode> codes, @Nullable String language) {
        var concepts = expander.expand(valueSet);
        var name = valueSet.hasUrl() ? valueSet.getUrl() : "sent";
        return first(codes, asked -> inList(concepts, name, asked, language));
    }

    Verdict inCodeSystem(CodeSystem codeSystem, List<AskedCode> codes, @Nullable String language) {
        var concepts = new Concepts(codeSystem);
        return first(codes, asked -> inCodeSystem(concepts, asked, language));
    }

    private static Verdict first(List<AskedCode> codes, Function<AskedCode, Verdict> judge) {
        var verdicts = codes.stream().map(judge).toList();
        return verdicts.stream()
                .filter(Verdict::isValid)
                .findFirst()
                .orElseGet(
                        () -> Verdict.no(verdicts.stream().map(Verdict::message).collect(Collectors.joining(" "))));
    }

    private static Verdict inList(
            List<ValueSetExpansionContainsComponent> concepts,
            String valueSet,
            AskedCode asked,
            @Nullable String language) {
        return concepts.stream()
                .filter(concept -> asked.system().equals(concept.getSystem())
                        && asked.code().equals(concept.getCode())
                        && (asked.version() == null
                                || !concept.hasVersion()
                                || asked.version().equals(concept.getVersion())))
                .findFirst()
                .map(concept -> judgeDisplay(asked, concept.getDisplay(), concept.getDesignation(), language))
                .orElseGet(() -> Verdict.no("The value set " + valueSet + " does not list " + asked + "."));
    }

    private static Verdict inCodeSystem(Concepts concepts, AskedCode asked, @Nullable String language) {
        if (!asked.system().equals(concepts.codeSystem().getUrl())) {
            return Verdict.no("The code " + asked + " is of another system than "
                    + concepts.codeSystem().getUrl() + ".");
        }
        return concepts.find(asked.code())
                .map(concept -> judgeDisplay(
                        asked, concept.getDisplay(), Labels.ofCodeSystem(concept.getDesignation()), language))
                .orElseGet(
                        () -> Verdict.no("The code system " + asked.system() + " has no code " + asked.code() + "."));
    }

    private static Verdict judgeDisplay(
            AskedCode asked,
            @Nullable String display,
            List<ConceptReferenceDesignationComponent> designations,
            @Nullable String language) {
        var label = Labels.in(language, display, designations);
        var labels = Stream.concat(
                Stream.ofNullable(display), designations.stream().map(ConceptReferenceDesignationComponent::getValue));
        var given = asked.display();
        return given == null || labels.filter(Objects::nonNull).anyMatch(given::equalsIgnoreCase)
                ? new Verdict(true, null, label)
                : new Verdict(
                        false,
                        "The code " + asked + " is valid, but is not called that. It is called " + label + ".",
                        label);
    }
}
