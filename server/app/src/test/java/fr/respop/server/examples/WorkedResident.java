package fr.respop.server.examples;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;

/**
 * What the server answers about one resident, as a README shows it.
 *
 * @param facts the answer of {@code Library/$evaluate}
 * @param plan the answer of {@code PlanDefinition/$apply}
 * @param gaps the document of {@code Measure/$care-gaps}
 */
record WorkedResident(Parameters facts, CarePlan plan, Bundle gaps) {

    private static final String EXTENSION = "https://respop.org/fhir/StructureDefinition/respop-";

    int stratum() {
        return Integer.parseInt(values("Stratum").get(0));
    }

    String toMarkdown() {
        return """

                Stratum **%s**; criteria %s; missing data: %s%s.

                | act of the CarePlan | frequency | reason | due | last done |
                | --- | --- | --- | --- | --- |
                %s

                | gap | item | last done | due |
                | --- | --- | --- | --- |
                %s

                """.formatted(
                        values("Stratum").get(0),
                        list("Criteria"),
                        list("Missing Data"),
                        values("Provisional").contains("true") ? "; provisional" : "",
                        acts(),
                        items());
    }

    private String acts() {
        return plan.getActivity().stream()
                .filter(CarePlanActivityComponent::hasDetail)
                .map(WorkedResident::act)
                .collect(Collectors.joining("\n"));
    }

    private static String act(CarePlanActivityComponent act) {
        var detail = act.getDetail();
        return "| %s | %s | %s | %s | %s |"
                .formatted(
                        detail.getCode().getText(),
                        detail.getDescription(),
                        detail.getReasonCodeFirstRep().getText(),
                        detail.getScheduledPeriod()
                                .getEndElement()
                                .getValueAsString()
                                .substring(0, 10),
                        act.getOutcomeReference().stream()
                                .map(Reference::getReference)
                                .sorted()
                                .map(reference -> "`" + reference + "`")
                                .collect(Collectors.joining(", ")));
    }

    private String items() {
        return gaps.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(DetectedIssue.class::isInstance)
                .map(DetectedIssue.class::cast)
                .sorted(Comparator.comparing(WorkedResident::status).thenComparing(DetectedIssue::getDetail))
                .map(issue -> "| %s | %s | %s | %s |"
                        .formatted(status(issue), issue.getDetail(), day(issue, "last-done"), day(issue, "due")))
                .collect(Collectors.joining("\n"));
    }

    private static String status(DetectedIssue issue) {
        return ((CodeableConcept) issue.getModifierExtension().get(0).getValue())
                .getCodingFirstRep()
                .getCode();
    }

    private static String day(DetectedIssue issue, String name) {
        var extension = issue.getExtensionByUrl(EXTENSION + name);
        return extension == null ? "" : extension.getValue().primitiveValue();
    }

    private String list(String name) {
        var values = values(name);
        return values.isEmpty() ? "none" : String.join(", ", values);
    }

    private List<String> values(String name) {
        return facts.getParameter().stream()
                .filter(parameter -> parameter.getName().equals(name))
                .filter(ParametersParameterComponent::hasValue)
                .map(parameter -> parameter.getValue().primitiveValue())
                .toList();
    }
}
