package fr.respop.server.measure;

import fr.respop.engine.MeasureEvaluation;
import fr.respop.engine.PopulationEvaluator;
import fr.respop.engine.ProgressListener;
import fr.respop.engine.SubjectSource;
import fr.respop.engine.content.UnknownMeasure;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.CurrentContent;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.evaluation.Population;
import fr.respop.server.fhir.evaluation.Populations;
import fr.respop.server.fhir.evaluation.Residents;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;

/** Evaluates a stored measure over stored residents with the engine. */
@Component
class EvaluateMeasureService {

    private final CurrentContent currentContent;
    private final Residents residents;
    private final Populations populations;
    private final EvaluationProperties properties;

    EvaluateMeasureService(
            CurrentContent currentContent,
            Residents residents,
            Populations populations,
            EvaluationProperties properties) {
        this.currentContent = currentContent;
        this.residents = residents;
        this.populations = populations;
        this.properties = properties;
    }

    /**
     * The stored measure of an id.
     *
     * @throws Refusal 404 if there is none
     */
    Measure stored(String id) {
        try {
            return currentContent.get().measure("Measure/" + id);
        } catch (UnknownMeasure unknown) {
            throw Refusal.notFound(
                    "measure", "There is no Measure/" + id + ". Search the installed ones with Measure?_elements=url.");
        }
    }

    /** The stored measure of a canonical, with or without a version. */
    Measure byCanonical(String canonical) {
        return currentContent.get().measure(canonical);
    }

    /**
     * How many residents an evaluation would look at; refuses what {@link #evaluate} refuses before it looks at the first.
     */
    long subjects(List<Measure> measures, EvaluateMeasureRequest request) {
        var population = population(request);
        var everything = EvaluationPass.ofAll(evaluations(measures, request, population));
        try (var source = source(request, population, evaluator(), everything)) {
            return source.total().orElse(0);
        }
    }

    /**
     * Evaluates measures in one pass over the residents; in a second one those whose results cannot be kept, so that the
     * others need not be computed again for their sake.
     *
     * @return a report for each measure, in their order
     */
    List<MeasureReport> evaluate(List<Measure> measures, EvaluateMeasureRequest request, ProgressListener progress) {
        var evaluator = evaluator();
        var population = population(request);
        var evaluations = evaluations(measures, request, population);
        var passes = population.isEmpty() || !properties.keepsResults()
                ? List.of(EvaluationPass.ofAll(evaluations))
                : EvaluationPass.of(evaluations, evaluator);
        var reports = new TreeMap<Integer, MeasureReport>();
        for (int i = 0; i < passes.size(); i++) {
            var pass = passes.get(i);
            try (var source = source(request, population, evaluator, pass)) {
                var residentsBefore = i * source.total().orElse(0);
                var found = evaluator.evaluate(
                        pass.telling(done -> progress.progressed((residentsBefore + done) / passes.size())), source);
                pass.place(found, reports);
            }
        }
        reports.values().forEach(report -> name(request, report));
        return List.copyOf(reports.values());
    }

    private PopulationEvaluator evaluator() {
        return new PopulationEvaluator(currentContent.get(), properties.evaluatorSettings());
    }

    private static List<MeasureEvaluation> evaluations(
            List<Measure> measures, EvaluateMeasureRequest request, Optional<Population> population) {
        return measures.stream()
                .map(measure -> MeasureEvaluation.of(measure, request.period(), request.reportType()))
                .map(everybody -> population
                        .flatMap(Population::membership)
                        .map(everybody::ofMembers)
                        .orElse(everybody))
                .toList();
    }

    /** FHIR R4 has no report on an Organization: it is the reporter, as a practitioner beside another subject is. */
    private static void name(EvaluateMeasureRequest request, MeasureReport report) {
        var subject = request.references().stream()
                .filter(reference -> !"Organization".equals(reference.getResourceType()))
                .findFirst();
        subject.ifPresent(reference -> report.setSubject(new Reference(reference)));
        request.references().stream()
                .filter(reference -> !subject.equals(Optional.of(reference)))
                .forEach(reference -> report.setReporter(new Reference(reference)));
    }

    /** Empty for one resident. */
    private Optional<Population> population(EvaluateMeasureRequest request) {
        return request.isOfOneResident()
                ? Optional.empty()
                : Optional.of(
                        populations.of(request.references(), request.period().end()));
    }

    private SubjectSource source(
            EvaluateMeasureRequest request,
            Optional<Population> population,
            PopulationEvaluator evaluator,
            EvaluationPass pass) {
        var types = evaluator.dataTypes(pass.evaluations());
        return population
                .map(found -> residents.stream(found.residents(), types, pass.resultKeys()))
                .orElseGet(() -> resident(request.subject().orElseThrow(), types));
    }

    private SubjectSource resident(IdType patient, Set<String> types) {
        var resident = residents
                .find(patient.getIdPart(), types)
                .orElseThrow(() -> Refusal.notFound("subject", "There is no Patient/" + patient.getIdPart() + "."));
        return SubjectSource.of(List.of(resident));
    }
}
