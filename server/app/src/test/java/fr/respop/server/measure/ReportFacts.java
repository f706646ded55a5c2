package fr.respop.server.measure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ListResource;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;

/** What a report says, one fact a line in a fixed order, whatever its ids and the order of its elements. */
final class ReportFacts {

    private static final String SUPPLEMENTAL_DATA =
            "http://hl7.org/fhir/5.0/StructureDefinition/extension-MeasureReport.supplementalDataElement.reference";

    private final MeasureReport report;
    private final List<String> facts = new ArrayList<>();

    private ReportFacts(MeasureReport report) {
        this.report = report;
    }

    static List<String> of(MeasureReport report) {
        return new ReportFacts(report).facts();
    }

    private List<String> facts() {
        facts.add("type " + report.getType().toCode());
        for (var group : report.getGroup()) {
            group("group " + group.getId(), group);
        }
        report.getExtensionsByUrl(SUPPLEMENTAL_DATA)
                .forEach(extension -> facts.add("supplemental " + supplemental((Reference) extension.getValue())));
        report.getEvaluatedResource().forEach(evaluated -> facts.add("evaluated " + evaluated.getReference()));
        return facts.stream().sorted().toList();
    }

    private void group(String name, MeasureReportGroupComponent group) {
        group.getPopulation()
                .forEach(population ->
                        population(name, population.getId(), population.getCount(), population.getSubjectResults()));
        score(name, group.getMeasureScore());
        for (var stratifier : group.getStratifier()) {
            for (var stratum : stratifier.getStratum()) {
                stratum(name + " " + stratifier.getId() + " [" + value(stratum) + "]", stratum);
            }
        }
    }

    private void stratum(String name, StratifierGroupComponent stratum) {
        stratum.getPopulation()
                .forEach(population ->
                        population(name, population.getId(), population.getCount(), population.getSubjectResults()));
        score(name, stratum.getMeasureScore());
    }

    private void population(String name, String population, int count, Reference list) {
        var subjects = list.hasReference() ? " " + subjects(list) : "";
        facts.add(name + " " + population + " = " + count + subjects);
    }

    private void score(String name, Quantity score) {
        if (score.hasValue()) {
            facts.add(name + " score = " + rounded(score.getValue()));
        }
    }

    private static String rounded(BigDecimal value) {
        return value.round(new MathContext(10)).stripTrailingZeros().toPlainString();
    }

    private static String value(StratifierGroupComponent stratum) {
        return stratum.hasComponent()
                ? stratum.getComponent().stream()
                        .map(component -> text(component.getCode()) + "=" + text(component.getValue()))
                        .sorted()
                        .collect(Collectors.joining(", "))
                : text(stratum.getValue());
    }

    private static String text(CodeableConcept value) {
        return value.hasText()
                ? value.getText()
                : String.valueOf(value.getCodingFirstRep().getCode());
    }

    private List<String> subjects(Reference reference) {
        return report.getContained().stream()
                .filter(ListResource.class::isInstance)
                .map(ListResource.class::cast)
                .filter(list -> reference.getReference().equals("#" + list.getIdPart()))
                .flatMap(list -> list.getEntry().stream())
                .map(entry -> entry.getItem().getReference())
                .sorted()
                .toList();
    }

    private String supplemental(Reference reference) {
        return report.getContained().stream()
                .filter(resource -> reference
                        .getReference()
                        .equals("#" + resource.getIdElement().getIdPart()))
                .filter(Observation.class::isInstance)
                .map(Observation.class::cast)
                .map(observation -> text(observation.getCode()) + " = "
                        + (observation.hasValueIntegerType()
                                ? observation.getValueIntegerType().getValue()
                                : text(observation.getValueCodeableConcept())))
                .findFirst()
                .orElse(reference.getReference());
    }
}
