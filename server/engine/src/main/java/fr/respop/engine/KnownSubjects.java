package fr.respop.engine;

import fr.respop.engine.report.Combination;
import java.util.List;
import java.util.Map;

/**
 * What subjects come to whose results were kept from an earlier evaluation, if nothing that decides them has changed since.
 *
 * <p>Only results of measures that have a {@linkplain PopulationEvaluator#resultKeys key} can be known.
 *
 * @param subjects how many they are, members or not
 * @param members for each measure of the pass, in their order, how many of them are members and come to the same
 */
public record KnownSubjects(long subjects, List<Map<Combination, Integer>> members) {

    /** Nobody. */
    public static final KnownSubjects NONE = new KnownSubjects(0, List.of());

    public KnownSubjects {
        members = List.copyOf(members);
    }
}
