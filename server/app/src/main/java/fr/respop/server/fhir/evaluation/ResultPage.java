package fr.respop.server.fhir.evaluation;

import fr.respop.engine.SubjectResult;
import fr.respop.engine.report.Combination;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
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
     * @param residents for each resident, one number after another, the row number, the count of {@link ResidentChanges}
     *     before the record was read, and the place of the result
     */
    @SuppressWarnings("ArrayRecordComponent") // A territory has millions of these numbers; nobody compares them.
    record Results(List<List<List<@Nullable Object>>> combinations, int[][] results, long[] residents) {

        static final Results NONE = new Results(List.of(), new int[0][], new long[0]);

        private static final int NUMBERS_A_RESIDENT = 3;

        /** By row number. */
        Map<Long, Entry> entries() {
            var entries = new HashMap<Long, Entry>();
            for (int i = 0; i < residents.length; i += NUMBERS_A_RESIDENT) {
                entries.put(residents[i], new Entry(residents[i + 1], (int) residents[i + 2]));
            }
            return entries;
        }

        /** The result at a place. */
        List<SubjectResult> result(int place) {
            var found = new ArrayList<SubjectResult>();
            var ofMeasures = results[place];
            for (int measure = 0; measure < ofMeasures.length; measure++) {
                var combination = ofMeasures[measure];
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
                var combination = results[place][measure];
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
        private final LongStream.Builder residents = LongStream.builder();

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
            residents.add(pid).add(changes).add(place);
        }

        Results results() {
            var values = combinations.stream()
                    .map(known ->
                            known.keySet().stream().map(Combination::values).toList())
                    .toList();
            var places = results.keySet().stream()
                    .map(ofMeasures ->
                            ofMeasures.stream().mapToInt(Integer::intValue).toArray())
                    .toArray(int[][]::new);
            return new Results(values, places, residents.build().toArray());
        }
    }
}
