package fr.respop.server.fhir.evaluation;

import fr.respop.engine.SubjectResult;
import fr.respop.engine.report.Combination;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the residents of a page came to.
 *
 * @param after the page's residents have row numbers above this one
 * @param upTo and not above this one
 * @param isFollowed whether there is a page that begins where this one ends
 * @param results the results
 */
record ResultPage(long after, long upTo, boolean isFollowed, Results results) {

    /**
     * What one resident came to.
     *
     * @param changes the count of {@link ResidentChanges} when the record was read
     * @param results one a measure
     */
    record Entry(long changes, List<SubjectResult> results) {}

    /**
     * The results as they are stored: many residents come to the same.
     *
     * @param values for each distinct result the values for each measure; null for no member
     * @param residents for each resident the row number, the count of changes, and the place of the result in the values
     */
    record Results(List<List<@Nullable List<@Nullable Object>>> values, List<List<Long>> residents) {

        static final Results NONE = new Results(List.of(), List.of());

        static Results of(Map<Long, Entry> entries) {
            var places = new LinkedHashMap<List<SubjectResult>, Long>();
            var residents = new ArrayList<List<Long>>();
            entries.forEach((pid, entry) -> {
                var place = places.computeIfAbsent(entry.results(), distinct -> (long) places.size());
                residents.add(List.of(pid, entry.changes(), place));
            });
            return new Results(places.keySet().stream().map(Results::valuesOf).toList(), residents);
        }

        private static List<@Nullable List<@Nullable Object>> valuesOf(List<SubjectResult> results) {
            var values = new ArrayList<@Nullable List<@Nullable Object>>();
            for (var result : results) {
                var combination = result.combination();
                values.add(combination == null ? null : combination.values());
            }
            return values;
        }

        /** By row number. */
        Map<Long, Entry> entries() {
            var distinct = values.stream().map(Results::resultsOf).toList();
            var entries = new HashMap<Long, Entry>();
            residents.forEach(resident -> entries.put(
                    resident.get(0),
                    new Entry(resident.get(1), distinct.get(resident.get(2).intValue()))));
            return entries;
        }

        private static List<SubjectResult> resultsOf(List<@Nullable List<@Nullable Object>> values) {
            var results = new ArrayList<SubjectResult>();
            for (var ofMeasure : values) {
                results.add(
                        ofMeasure == null ? SubjectResult.NO_MEMBER : new SubjectResult(new Combination(ofMeasure)));
            }
            return results;
        }
    }
}
