package fr.respop.engine;

import fr.respop.engine.report.Combination;
import org.jspecify.annotations.Nullable;

/**
 * How a subject counts for a measure, short enough to be kept.
 *
 * @param combination the values that decide where it counts; null if it is no member of the population
 */
public record SubjectResult(@Nullable Combination combination) {

    /** Of a subject that does not belong to the population. */
    public static final SubjectResult NO_MEMBER = new SubjectResult(null);

    static SubjectResult ofMember(Combination combination) {
        return new SubjectResult(combination);
    }
}
