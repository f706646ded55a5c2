package fr.respop.server.fhir.programme;

import fr.respop.engine.SubjectEvaluator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a programme's library says of a resident.
 *
 * @param stratum the number of the stratum; empty if the resident is not of the target population
 * @param criteria the codes of the criteria that fired
 * @param missing the codes of the data that were looked for and not found
 * @param isProvisional whether the stratum rests on missing data
 * @param evidence references of the resources behind it
 */
public record ComputedStratum(
        OptionalInt stratum,
        List<String> criteria,
        List<String> missing,
        boolean isProvisional,
        List<String> evidence) {

    /** Every library of strata has these expressions. */
    private static final String STRATUM = "Stratum";

    private static final String CRITERIA = "Criteria";
    private static final String MISSING_DATA = "Missing Data";
    private static final String PROVISIONAL = "Provisional";
    private static final String EVIDENCE = "Evidence References";

    /** Computes the stratum of the subject that the evaluator is at. */
    public static ComputedStratum of(Programme programme, SubjectEvaluator evaluator) {
        var stratum = evaluator.evaluate(programme.library(), List.of(STRATUM)).get(STRATUM);
        if (stratum == null) {
            return new ComputedStratum(OptionalInt.empty(), List.of(), List.of(), false, List.of());
        }
        var values = evaluator.evaluate(programme.library(), List.of(CRITERIA, MISSING_DATA, PROVISIONAL, EVIDENCE));
        return new ComputedStratum(
                OptionalInt.of((Integer) stratum),
                texts(values.get(CRITERIA)),
                texts(values.get(MISSING_DATA)),
                Boolean.TRUE.equals(values.get(PROVISIONAL)),
                texts(values.get(EVIDENCE)));
    }

    /** In alphabetical order, so that equal results look alike. */
    private static List<String> texts(@Nullable Object list) {
        return list instanceof Iterable<?> values
                ? StreamSupport.stream(values.spliterator(), false)
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .distinct()
                        .sorted()
                        .collect(Collectors.toList())
                : List.of();
    }
}
