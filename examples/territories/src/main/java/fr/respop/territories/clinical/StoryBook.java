package fr.respop.territories.clinical;

import java.util.List;
import java.util.stream.IntStream;

/**
 * All stories, in rows: one a diabetes stratum by what its clinical data lead to, and one of those whom diabetes does
 * not concern. Within a row they are told in turn, so that even few residents show all of them.
 */
public final class StoryBook {

    /** The row of those whom the diabetes programme does not concern; the rows before it are its strata. */
    public static final int UNCONCERNED = 5;

    private static final List<List<Story>> ROWS = List.of(
            AtRiskStories.ALL,
            StableStories.ALL,
            UnstableStories.ALL,
            ComplicatedStories.ALL,
            ComplexStories.ALL,
            UnconcernedStories.ALL);

    private StoryBook() {}

    /** The history of the resident at this place, counted from zero, of a row, so far without what the heart adds. */
    public static History history(int row, int place) {
        var isDiabetic = row > 0 && row < UNCONCERNED;
        return History.of(inTurn(ROWS.get(row), place), isDiabetic ? DataForm.ofPlace(place) : DataForm.USUAL);
    }

    /** How many of a row's first residents live a story with this role. */
    public static int count(int row, int residents, HeartRole role) {
        var stories = ROWS.get(row);
        return residents / stories.size() * count(stories, stories.size(), role)
                + count(stories, residents % stories.size(), role);
    }

    static Story heartFailure(int stratum, int place) {
        return inTurn(HeartFailureStories.ofStratum(stratum), place);
    }

    static Story heartRisk(HeartRole role, int place) {
        return inTurn(
                role == HeartRole.MAY_FAIL ? HeartRiskStories.WITH_RISK_OF_DIABETES : HeartRiskStories.ALONE, place);
    }

    private static int count(List<Story> stories, int first, HeartRole role) {
        return (int) IntStream.range(0, first)
                .filter(place -> stories.get(place).role() == role)
                .count();
    }

    private static Story inTurn(List<Story> stories, int place) {
        return stories.get(place % stories.size());
    }
}
