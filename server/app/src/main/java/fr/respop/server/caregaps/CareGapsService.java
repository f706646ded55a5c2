package fr.respop.server.caregaps;

import fr.respop.engine.Inquiry;
import fr.respop.engine.MeasureEvaluation;
import fr.respop.engine.ReportType;
import fr.respop.engine.SubjectSource;
import fr.respop.engine.content.Content;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.CurrentContent;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.evaluation.Population;
import fr.respop.server.fhir.evaluation.Populations;
import fr.respop.server.fhir.evaluation.Residents;
import fr.respop.server.fhir.programme.GapMeasure;
import fr.respop.server.fhir.programme.GapMeasures;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.IdType;
import org.springframework.stereotype.Component;

/**
 * Finds how residents stand with each follow-up item: records are read once, whatever the number of items, and by chunks,
 * whatever the number of residents.
 */
@Component
class CareGapsService {

    private final CurrentContent currentContent;
    private final GapMeasures gapMeasures;
    private final GapEvaluators evaluators;
    private final Residents residents;
    private final Populations populations;
    private final EvaluationProperties evaluation;
    private final CareGapsProperties properties;

    CareGapsService(
            CurrentContent currentContent,
            GapMeasures gapMeasures,
            GapEvaluators evaluators,
            Residents residents,
            Populations populations,
            EvaluationProperties evaluation,
            CareGapsProperties properties) {
        this.currentContent = currentContent;
        this.gapMeasures = gapMeasures;
        this.evaluators = evaluators;
        this.residents = residents;
        this.populations = populations;
        this.evaluation = evaluation;
        this.properties = properties;
    }

    /**
     * The documents of one resident, or of those among many who have a gap in one of the asked states.
     *
     * @throws Refusal 404 if whom the request names is not there; 422 too-costly if there are too many
     */
    CareGapsAnswer report(CareGapsRequest request) {
        var measures = measures(request, currentContent.get());
        var population = population(request);
        var inquiries = measures.stream()
                .map(measure -> inquiry(measure, request, population))
                .toList();
        var evaluator = evaluators.of(inquiries);
        var gaps = new ResidentGaps(request, measures, new AnswerSize(properties));
        try (var source = source(request, population, evaluator.dataTypes())) {
            refuseTooManyToLookAt(source);
            var found = evaluator.evaluate(source, gaps::document);
            if (request.resident().isPresent() && !found.failures().isEmpty()) {
                throw found.failures().get(0);
            }
            return new CareGapsAnswer(found.kept(), found.failures());
        }
    }

    private List<GapMeasure> measures(CareGapsRequest request, Content content) {
        var named = gapMeasures.of(request.measureUrls(), request.measureIds(), content);
        return named.isEmpty() ? gapMeasures.all() : named;
    }

    /** Empty for one resident. */
    private Optional<Population> population(CareGapsRequest request) {
        return request.resident().isPresent()
                ? Optional.empty()
                : Optional.of(
                        populations.of(request.subjects(), request.period().end()));
    }

    private static Inquiry inquiry(GapMeasure measure, CareGapsRequest request, Optional<Population> population) {
        var everybody = MeasureEvaluation.of(measure.measure(), request.period(), ReportType.SUBJECT);
        return new Inquiry(
                population
                        .flatMap(Population::membership)
                        .map(everybody::ofMembers)
                        .orElse(everybody),
                measure.expressions());
    }

    private SubjectSource source(CareGapsRequest request, Optional<Population> population, Set<String> types) {
        return population
                .map(found -> residents.stream(found.residents(), types))
                .orElseGet(() -> resident(request.resident().orElseThrow(), types));
    }

    private SubjectSource resident(IdType patient, Set<String> types) {
        var resident = residents
                .find(patient.getIdPart(), types)
                .orElseThrow(() -> Refusal.notFound("subject", "There is no Patient/" + patient.getIdPart() + "."));
        return SubjectSource.of(List.of(resident));
    }

    private void refuseTooManyToLookAt(SubjectSource source) {
        var residentsToLookAt = source.total().orElse(0);
        if (residentsToLookAt > evaluation.synchronousLimit()) {
            throw AnswerSize.tooCostly("looks at " + residentsToLookAt + " residents, more than the "
                    + evaluation.synchronousLimit() + " for which a client may wait");
        }
    }
}
