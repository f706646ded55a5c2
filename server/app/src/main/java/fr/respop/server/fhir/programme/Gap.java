package fr.respop.server.fhir.programme;

import fr.respop.engine.SubjectEvaluator;
import fr.respop.server.fhir.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * How a resident stands with one follow-up item.
 *
 * @param measure the item's measure
 * @param status whether the item is done, due or overdue
 * @param lastDone the day it was last done; empty if never
 * @param due the day by which it is due; empty if it does not apply
 * @param recommendedDue the day by which it is recommended; empty if it does not apply or the measure does not say
 * @param evidence the events of the day it was last done; none if never, or if the measure does not say
 */
public record Gap(
        GapMeasure measure,
        GapStatus status,
        Optional<DateType> lastDone,
        Optional<DateType> due,
        Optional<DateType> recommendedDue,
        List<Reference> evidence) {

    /** Of the subject that the evaluator is at. */
    public static Gap of(GapMeasure measure, SubjectEvaluator evaluator) {
        return of(measure, evaluator.evaluate(measure.library(), measure.expressions()));
    }

    /**
     * From what the measure's expressions came to.
     *
     * @throws Refusal 422 if the measure's expression gives no status
     */
    public static Gap of(GapMeasure measure, Map<String, ? extends @Nullable Object> values) {
        return new Gap(
                measure,
                status(measure, values),
                date(values.get(measure.lastDone())),
                date(values.get(measure.due())),
                measure.recommendedDue().flatMap(recommended -> date(values.get(recommended))),
                measure.evidence().stream()
                        .flatMap(evidence -> references(values.get(evidence)))
                        .toList());
    }

    private static GapStatus status(GapMeasure measure, Map<String, ? extends @Nullable Object> values) {
        return GapStatus.of(String.valueOf(values.get(measure.status())))
                .orElseThrow(() -> Refusal.unprocessable(
                        IssueType.PROCESSING,
                        "Measure.extension",
                        "The expression \"" + measure.status() + "\" of " + measure.library()
                                + " gives no DEQM gap status: correct the measure "
                                + measure.measure().getUrl() + "."));
    }

    private static Stream<Reference> references(@Nullable Object values) {
        return values instanceof Collection<?> events
                ? events.stream().filter(Reference.class::isInstance).map(Reference.class::cast)
                : Stream.empty();
    }

    private static Optional<DateType> date(@Nullable Object value) {
        return Optional.ofNullable(value).map(date -> new DateType(date.toString()));
    }
}
