package fr.respop.server.fhir.evaluation;

import fr.respop.engine.SubjectResult;
import fr.respop.engine.report.Combination;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

    /** Stands for the combination of who is no member. */
    private static final int NO_MEMBER = -1;

    /**
     * The results as they are stored: many residents come to the same, and many more to the same for one measure.
     *
     * @param combinations for each measure the values that members came to, each once
     * @param results each result that there is, once: for each measure the place of its combination, or -1 for no member
     * @param residents for each resident the row number, the count of {@link ResidentChanges} before the record was read,
     *     and the place of the result
     */
    record Results(
            List<List<List<@Nullable Object>>> combinations, List<List<Integer>> results, List<List<Long>> residents) {

        static final Results NONE = new Results(List.of(), List.of(), List.of());

        /** By row number. */
        Map<Long, Entry> entries() {
            var entries = new HashMap<Long, Entry>();
            residents.forEach(resident -> entries.put(
                    resident.get(0), new Entry(resident.get(1), resident.get(2).intValue())));
            return entries;
        }

        /** The result at a place. */
        List<SubjectResult> result(int place) {
            var found = new ArrayList<SubjectResult>();
            var ofMeasures = results.get(place);
            for (int measure = 0; measure < ofMeasures.size(); measure++) {
                var combination = ofMeasures.get(measure);
                found.add(combination == NO_MEMBER ? SubjectResult.NO_MEMBER : member(measure, combination));
            }
            return found;
        }

        private SubjectResult member(int measure, int combination) {
            return new SubjectResult(new Combination(combinations.get(measure).get(combination)));
        }

        /**
         * How often each combination of a measure occurs among some residents.
         *
         * @param residentsAt how many of them have the result at each place
         */
        Map<Combination, Integer> members(int measure, int[] residentsAt) {
            var counts = new int[combinations.get(measure).size()];
            for (int place = 0; place < residentsAt.length; place++) {
                var combination = results.get(place).get(measure);
                if (combination != NO_MEMBER) {
                    counts[combination] += residentsAt[place];
                }
            }
            var members = new HashMap<Combination, Integer>();
            IntStream.range(0, counts.length)
                    .filter(combination -> counts[combination] > 0)
                    .forEach(combination -> members.put(
                            new Combination(combinations.get(measure).get(combination)), counts[combination]));
            return members;
        }
    }

    /**
     * What one resident came to.
     *
     * @param changes the count of changes
     * @param place where the result stands
     */
    record Entry(long changes, int place) {}

    /** Collects results. Belongs to one thread at a time. */
    static final class Collector {

        private final List<Map<Combination, Integer>> combinations = new ArrayList<>();
        private final Map<List<Integer>, Integer> results = new LinkedHashMap<>();
        private final List<List<Long>> residents = new ArrayList<>();

        Collector(int measures) {
            for (int measure = 0; measure < measures; measure++) {
                combinations.add(new LinkedHashMap<>());
            }
        }

        /** The place of a result, old or new. */
        int place(List<SubjectResult> result) {
            var ofMeasures = new ArrayList<Integer>();
            for (int measure = 0; measure < result.size(); measure++) {
                var combination = result.get(measure).combination();
                var known = combinations.get(measure);
                ofMeasures.add(combination == null ? NO_MEMBER : known.computeIfAbsent(combination, n -> known.size()));
            }
            return results.computeIfAbsent(ofMeasures, n -> results.size());
        }

        void add(long pid, long changes, int place) {
            residents.add(List.of(pid, changes, (long) place));
        }

        Results results() {
            var values = combinations.stream()
                    .map(known ->
                            known.keySet().stream().map(Combination::values).toList())
                    .toList();
            return new Results(values, List.copyOf(results.keySet()), List.copyOf(residents));
        }
    }
}
