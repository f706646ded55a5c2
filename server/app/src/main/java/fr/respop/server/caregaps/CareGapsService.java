package fr.respop.server.caregaps;

import fr.respop.engine.ExpressionEvaluator;
import fr.respop.engine.MeasureEvaluation;
import fr.respop.engine.PopulationEvaluator;
import fr.respop.engine.ReportType;
import fr.respop.engine.Subject;
import fr.respop.engine.SubjectSource;
import fr.respop.engine.content.Content;
import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.CurrentContent;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.evaluation.Residents;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds how a resident stands with each follow-up item: the record is read once, whatever the number of items. */
@Component
class CareGapsService {

    private final CurrentContent currentContent;
    private final LocalStore store;
    private final Residents residents;
    private final EvaluationProperties properties;

    CareGapsService(
            CurrentContent currentContent, LocalStore store, Residents residents, EvaluationProperties properties) {
        this.currentContent = currentContent;
        this.store = store;
        this.residents = residents;
        this.properties = properties;
    }

    Bundle report(CareGapsRequest request) {
        var content = currentContent.get();
        var measures = measures(request, content);
        var subject = subject(request, content, measures);
        var values = values(measures, subject, request, content);
        var reports = reports(measures, subject, request, content);
        var gaps = IntStream.range(0, measures.size())
                .mapToObj(i -> gap(measures.get(i), values, reports.get(i)))
                .filter(gap -> request.namesMeasures() || gap.isOfPopulation())
                .filter(gap -> request.statuses().contains(gap.status()))
                .toList();
        var patient = subject.resources().stream()
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .findFirst()
                .orElseThrow();
        return new CareGapsDocument(patient, request.period(), gaps).toBundle();
    }

    private Subject subject(CareGapsRequest request, Content content, List<GapMeasure> measures) {
        var types = new TreeSet<String>();
        measures.forEach(
                measure -> types.addAll(content.library(measure.library()).dataTypes()));
        var resident = residents
                .find(request.patientId(), types)
                .orElseThrow(() -> Refusal.notFound("subject", "There is no Patient/" + request.patientId() + "."));
        return new Subject(resident.id(), resident.resources());
    }

    /** The values of every expression that the measures name, by library: each library is evaluated once. */
    private Map<String, Map<String, @Nullable Object>> values(
            List<GapMeasure> measures, Subject subject, CareGapsRequest request, Content content) {
        var names = new TreeMap<String, Set<String>>();
        measures.forEach(measure -> measure.expressions()
                .forEach(name -> names.computeIfAbsent(measure.library(), library -> new TreeSet<>())
                        .add(name)));
        var values = new HashMap<String, Map<String, @Nullable Object>>();
        names.forEach((library, expressions) -> values.put(
                library,
                new ExpressionEvaluator(content, properties.timeLimit())
                        .evaluate(library, List.copyOf(expressions), subject, request.period(), Map.of())));
        return values;
    }

    /** The individual report of each measure, in one pass. */
    private List<MeasureReport> reports(
            List<GapMeasure> measures, Subject subject, CareGapsRequest request, Content content) {
        var evaluations = measures.stream()
                .map(measure -> MeasureEvaluation.of(measure.measure(), request.period(), ReportType.SUBJECT))
                .toList();
        return new PopulationEvaluator(content, properties.evaluatorSettings())
                .evaluate(evaluations, SubjectSource.of(List.of(subject)));
    }

    private static Gap gap(
            GapMeasure measure, Map<String, Map<String, @Nullable Object>> valuesByLibrary, MeasureReport report) {
        var values = Objects.requireNonNull(valuesByLibrary.get(measure.library()));
        return new Gap(
                measure,
                status(measure, values.get(measure.status())),
                date(values.get(measure.lastDone())),
                date(values.get(measure.due())),
                measure.recommendedDue().flatMap(recommended -> date(values.get(recommended))),
                report);
    }

    private static GapStatus status(GapMeasure measure, @Nullable Object value) {
        return GapStatus.of(String.valueOf(value))
                .orElseThrow(() -> Refusal.unprocessable(
                        IssueType.PROCESSING,
                        "Measure.extension",
                        "The expression \"" + measure.status() + "\" of " + measure.library()
                                + " gives no DEQM gap status: correct the measure "
                                + measure.measure().getUrl() + "."));
    }

    private static Optional<DateType> date(@Nullable Object value) {
        return Optional.ofNullable(value).map(date -> new DateType(date.toString()));
    }

    private List<GapMeasure> measures(CareGapsRequest request, Content content) {
        var named = new ArrayList<Measure>();
        request.measureUrls().forEach(url -> named.add(content.measure(url)));
        request.measureIds().forEach(id -> named.add(measure(id)));
        if (!named.isEmpty()) {
            return named.stream().map(CareGapsService::gapMeasure).toList();
        }
        return store.search(Measure.class, "status=active").stream()
                .sorted(Comparator.comparing(Measure::getUrl))
                .flatMap(measure -> GapMeasure.of(measure).stream())
                .toList();
    }

    private Measure measure(String id) {
        return store.find(Measure.class, id)
                .orElseThrow(() -> Refusal.notFound("measureId", "There is no Measure/" + id + "."));
    }

    private static GapMeasure gapMeasure(Measure measure) {
        return GapMeasure.of(measure)
                .orElseThrow(() -> Refusal.unprocessable(
                        IssueType.NOTSUPPORTED,
                        "measureUrl",
                        measure.getUrl()
                                + " is not the measure of a follow-up item: it lacks the extension respop-care-gap."));
    }
}
