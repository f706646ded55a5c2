package fr.respop.engine;

import ca.uhn.fhir.context.FhirContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ListResource;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.Reference;

/** Makes reports of the test content and reads them. */
final class Reports {

    static final MeasurementPeriod YEAR_2025 = MeasurementPeriod.of("2025", "2025", ZoneId.of("Europe/Paris"));
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-05T10:00:00Z"), ZoneOffset.UTC);
    static final EvaluatorSettings SETTINGS = new EvaluatorSettings(2, 3, CLOCK);

    private Reports() {}

    static MeasureReport population(TestMeasure measure, Resident... residents) {
        return evaluate(measure, ReportType.POPULATION, residents);
    }

    static MeasureReport evaluate(TestMeasure measure, ReportType type, Resident... residents) {
        return evaluate(request(measure, type), SETTINGS, subjects(residents));
    }

    static MeasureEvaluation request(TestMeasure measure, ReportType type) {
        return MeasureEvaluation.of(measure.get(), YEAR_2025, type);
    }

    static MeasureReport evaluate(
            MeasureEvaluation request, EvaluatorSettings settings, List<? extends SubjectRecord> subjects) {
        try (var source = SubjectSource.of(subjects)) {
            return new PopulationEvaluator(CheckContent.CONTENT, settings).evaluate(request, source);
        }
    }

    static List<Subject> subjects(Resident... residents) {
        return Stream.of(residents).map(Resident::subject).toList();
    }

    /** The counts of the only group, by population. */
    static Map<String, Integer> counts(MeasureReport report) {
        var counts = new LinkedHashMap<String, Integer>();
        report.getGroupFirstRep()
                .getPopulation()
                .forEach(population ->
                        counts.put(population.getCode().getCodingFirstRep().getCode(), population.getCount()));
        return counts;
    }

    /** The initial populations of the strata of the only stratifier, by the values of the strata, in their order. */
    static Map<String, Integer> strata(MeasureReport report) {
        var counts = new LinkedHashMap<String, Integer>();
        report.getGroupFirstRep()
                .getStratifierFirstRep()
                .getStratum()
                .forEach(stratum -> counts.put(
                        value(stratum), stratum.getPopulationFirstRep().getCount()));
        return counts;
    }

    private static String value(StratifierGroupComponent stratum) {
        return stratum.hasComponent()
                ? stratum.getComponent().stream()
                        .map(component -> component.getValue().getText())
                        .sorted()
                        .collect(Collectors.joining("+"))
                : text(stratum.getValue());
    }

    private static String text(CodeableConcept value) {
        return value.hasText() ? value.getText() : "";
    }

    /** The subjects in the list that is referred to, in its order. */
    static List<String> listed(MeasureReport report, Reference reference) {
        return report.getContained().stream()
                .filter(ListResource.class::isInstance)
                .map(ListResource.class::cast)
                .filter(list -> reference
                        .getReference()
                        .equals("#" + list.getIdElement().getIdPart()))
                .flatMap(list -> list.getEntry().stream())
                .map(entry -> entry.getItem().getReference())
                .toList();
    }

    static String json(MeasureReport report) {
        return FhirContext.forR4Cached().newJsonParser().setPrettyPrint(true).encodeResourceToString(report);
    }
}
