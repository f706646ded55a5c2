package fr.respop.server.measure;

import fr.respop.engine.MeasureEvaluation;
import fr.respop.engine.PopulationEvaluator;
import fr.respop.engine.SubjectSource;
import fr.respop.engine.content.Content;
import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.CurrentContent;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.evaluation.Residents;
import fr.respop.server.fhir.evaluation.Residents.Selection;
import fr.respop.server.fhir.evaluation.TargetPopulations;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;

/** Evaluates a stored measure over stored residents with the engine. */
@Component
class EvaluateMeasureService {

    private final CurrentContent currentContent;
    private final LocalStore store;
    private final Residents residents;
    private final TargetPopulations targetPopulations;
    private final EvaluationProperties properties;

    EvaluateMeasureService(
            CurrentContent currentContent,
            LocalStore store,
            Residents residents,
            TargetPopulations targetPopulations,
            EvaluationProperties properties) {
        this.currentContent = currentContent;
        this.store = store;
        this.residents = residents;
        this.targetPopulations = targetPopulations;
        this.properties = properties;
    }

    MeasureReport evaluateStored(String measureId, EvaluateMeasureRequest request) {
        var measure = store.find(Measure.class, measureId)
                .orElseThrow(() -> Refusal.notFound(
                        "measure",
                        "There is no Measure/" + measureId
                                + ". Search the installed ones with Measure?_elements=url."));
        return evaluate(measure, currentContent.get(), request);
    }

    MeasureReport evaluate(String canonical, EvaluateMeasureRequest request) {
        var content = currentContent.get();
        return evaluate(content.measure(canonical), content, request);
    }

    private MeasureReport evaluate(Measure measure, Content content, EvaluateMeasureRequest request) {
        var evaluator = new PopulationEvaluator(content, properties.evaluatorSettings());
        var everybody = MeasureEvaluation.of(measure, request.period(), request.reportType());
        if (request.subject().isEmpty()) {
            return evaluate(evaluator, everybody, new Selection.Everybody());
        }
        var subject = request.subject().get();
        return switch (subject.getResourceType()) {
            case "Group" -> {
                var population = targetPopulations.get(subject.getIdPart());
                yield evaluate(evaluator, everybody.ofMembers(population.membership()), population.residents())
                        .setSubject(new Reference(subject));
            }
            default ->
                evaluate(evaluator, everybody, resident(subject, evaluator.dataTypes(everybody)))
                        .setSubject(new Reference(subject));
        };
    }

    private MeasureReport evaluate(PopulationEvaluator evaluator, MeasureEvaluation evaluation, Selection selection) {
        return evaluate(evaluator, evaluation, residents.stream(selection, evaluator.dataTypes(evaluation)));
    }

    private static MeasureReport evaluate(
            PopulationEvaluator evaluator, MeasureEvaluation evaluation, SubjectSource source) {
        try (source) {
            return evaluator.evaluate(evaluation, source);
        }
    }

    private SubjectSource resident(IdType patient, Set<String> types) {
        var resident = residents
                .find(patient.getIdPart(), types)
                .orElseThrow(() -> Refusal.notFound("subject", "There is no Patient/" + patient.getIdPart() + "."));
        return SubjectSource.of(List.of(resident));
    }
}
