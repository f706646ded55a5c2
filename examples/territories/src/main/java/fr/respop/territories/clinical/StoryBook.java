package fr.respop.territories.clinical;

import java.util.List;

/**
 * All stories, by the stratum that their clinical data lead to. Within a stratum they are told in turn, so that even
 * few residents show all of them.
 */
public final class StoryBook {

    private static final List<List<Story>> BY_STRATUM = List.of(
            AtRiskStories.ALL, StableStories.ALL, UnstableStories.ALL, ComplicatedStories.ALL, ComplexStories.ALL);

    private StoryBook() {}

    /** The story of the resident at this place, counted from zero, among those of the stratum. */
    public static Story ofStratum(int stratum, int place) {
        return inTurn(BY_STRATUM.get(stratum), place);
    }

    /** The story of the resident at this place among those whom the programme does not concern. */
    public static Story ofUnconcerned(int place) {
        return inTurn(UnconcernedStories.ALL, place);
    }

    private static Story inTurn(List<Story> stories, int place) {
        return stories.get(place % stories.size());
    }
}
