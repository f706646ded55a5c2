package fr.respop.engine.cql;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Timing;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.elm.executing.InEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.IncludedInEvaluator;
import org.opencds.cqf.cql.engine.runtime.BaseTemporal;
import org.opencds.cqf.cql.engine.runtime.Date;
import org.opencds.cqf.cql.engine.runtime.DateTime;
import org.opencds.cqf.cql.engine.runtime.Interval;

/**
 * Whether an element of a resource lies during a period.
 *
 * <p>Translators may move such a condition of a query into its retrieve and drop it from the query. The answer is
 * therefore CQL's own: a point is in the period, an interval is included in it, and what is not known to be so is not.
 */
final class DuringFilter {

    private final Interval range;

    DuringFilter(Interval range) {
        this.range = range;
    }

    /** Whether the element is during the period; of a repeating element, whether one of its values is. */
    boolean holds(@Nullable Object element) {
        return element instanceof List<?> values ? values.stream().anyMatch(this::isDuring) : isDuring(element);
    }

    /** Whether the interval between two elements is during the period; either may be absent. */
    boolean holds(@Nullable Object low, @Nullable Object high) {
        return interval(low, high).filter(this::isIncluded).isPresent();
    }

    private boolean isDuring(@Nullable Object value) {
        if (value instanceof Period period) {
            return holds(period.getStartElement(), period.getEndElement());
        }
        if (value instanceof Timing timing) {
            return interval(timing).filter(this::isIncluded).isPresent();
        }
        return point(value)
                .filter(point -> Boolean.TRUE.equals(InEvaluator.INSTANCE.in(point, range, null, null)))
                .isPresent();
    }

    private boolean isIncluded(Interval interval) {
        return Boolean.TRUE.equals(IncludedInEvaluator.INSTANCE.intervalIncludedIn(interval, range, null, null));
    }

    /** As FHIRHelpers has it: without a start nobody knows when it began, without an end it goes on. */
    private Optional<Interval> interval(@Nullable Object low, @Nullable Object high) {
        var start = point(low);
        var end = point(high);
        return start.isEmpty() && end.isEmpty()
                ? Optional.empty()
                : Optional.of(new Interval(start.orElse(null), start.isPresent(), end.orElse(null), true));
    }

    /** The period that bounds it, or from the first to the last of its events. */
    private Optional<Interval> interval(Timing timing) {
        if (timing.getRepeat().getBounds() instanceof Period bounds) {
            return interval(bounds.getStartElement(), bounds.getEndElement());
        }
        var events = timing.getEvent().stream()
                .flatMap(event -> point(event).stream())
                .sorted()
                .toList();
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(new Interval(events.get(0), true, events.get(events.size() - 1), true));
    }

    /** A FHIR or CQL date or time as CQL compares it with the period; nothing if it is none. */
    private Optional<BaseTemporal> point(@Nullable Object value) {
        var point = value instanceof PrimitiveType<?> primitive && primitive.hasValue()
                ? FhirModel.RESOLVER.resolvePath(primitive, "value")
                : value;
        if (point instanceof Date date) {
            return Optional.of(withTime(date));
        }
        return point instanceof DateTime dateTime ? Optional.of(dateTime) : Optional.empty();
    }

    /** A day is a time of which only the day is known, in the time zone of the period. */
    private BaseTemporal withTime(Date date) {
        return Stream.of(Optional.ofNullable(range.getStart()), Optional.ofNullable(range.getEnd()))
                .flatMap(Optional::stream)
                .filter(DateTime.class::isInstance)
                .map(DateTime.class::cast)
                .findFirst()
                .<BaseTemporal>map(time -> new DateTime(
                        Objects.requireNonNull(date.getDate()).atStartOfDay().atOffset(time.getZoneOffset()),
                        Objects.requireNonNull(date.getPrecision())))
                .orElse(date);
    }
}
