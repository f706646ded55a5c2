package fr.respop.engine;

import fr.respop.engine.content.Content;
import fr.respop.engine.content.ContentException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.MeasureReport;

/**
 * Evaluates measures on whole populations: each subject alone, then the sum.
 *
 * <p>Safe for any number of threads; evaluations share the compiled content and nothing else.
 */
public final class PopulationEvaluator {

    private final Content content;
    private final EvaluatorSettings settings;

    public PopulationEvaluator(Content content, EvaluatorSettings settings) {
        this.content = content;
        this.settings = settings;
    }

    /**
     * The FHIR types that evaluations look at, in alphabetical order; a record needs to hold no others.
     *
     * @throws ContentException as {@link #evaluate} does
     * @throws MeasureNotEvaluable as {@link #evaluate} does
     */
    public Set<String> dataTypes(List<MeasureEvaluation> requests) {
        var types = new TreeSet<String>();
        requests.forEach(
                request -> types.addAll(EvaluationPlan.of(request, content).dataTypes()));
        return Collections.unmodifiableSet(types);
    }

    /**
     * For each request a name of all that decides a subject's result beside the subject's record: the measure, the CQL and
     * codes that it uses, the period, the members. A result of a {@link RememberingRecord} holds under the same name.
     *
     * @return nothing for a request whose results cannot be kept: its report tells more of subjects than how many count
     *     where, it has parameters, or its CQL looks at data that belong to no subject
     * @throws ContentException as {@link #evaluate} does
     * @throws MeasureNotEvaluable as {@link #evaluate} does
     */
    public List<Optional<String>> resultKeys(List<MeasureEvaluation> requests) {
        return requests.stream()
                .map(request -> ResultKey.of(EvaluationPlan.of(request, content), content))
                .toList();
    }

    /** As {@link #evaluate(List, SubjectSource)}, of one measure. */
    public MeasureReport evaluate(MeasureEvaluation request, SubjectSource subjects) {
        return evaluate(List.of(request), subjects).get(0);
    }

    /**
     * Evaluates measures on all subjects of a source, which the caller closes, in one pass: each record is read once, and
     * what several measures ask of CQL is computed once.
     *
     * <p>Each report is the same whatever the other measures, the number of threads and the size of the chunks, and in
     * whatever order the source gives its subjects: strata are ordered by value, lists of subjects by reference. Its date
     * comes from the settings' clock.
     *
     * <p>A subject that cannot be evaluated is not counted, and the report says so: its status is {@code error}, and the
     * extension {@code https://respop.org/fhir/StructureDefinition/respop-report-errors} refers to a contained
     * OperationOutcome with an issue for each such subject. Its extension
     * {@code https://respop.org/fhir/StructureDefinition/respop-failed-subject} is the reference of the subject, its
     * diagnostics are the cause, without dates and long numbers, which might be the subject's.
     *
     * @param requests what is asked; all listeners among them are told of the pass
     * @return a report for each request, in their order
     * @throws ContentException if a library is not there, does not compile, lacks an expression, or needs a value set that
     *     cannot be expanded
     * @throws MeasureNotEvaluable if one of the measures cannot be scored, if every subject that was to be counted failed,
     *     or if a report of one subject is asked for and the source has none or several
     * @throws EvaluationCancelled if the calling thread is interrupted
     * @throws RuntimeException that the source throws when it is asked for subjects
     */
    public List<MeasureReport> evaluate(List<MeasureEvaluation> requests, SubjectSource subjects) {
        var plans = requests.stream()
                .map(request -> EvaluationPlan.of(request, content))
                .toList();
        return new PopulationRun(plans, content, settings, subjects).reports();
    }
}
