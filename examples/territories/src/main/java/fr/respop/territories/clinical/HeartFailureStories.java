package fr.respop.territories.clinical;

import java.util.List;

/** All stories of heart failure, by the stratum that their clinical data lead to. */
final class HeartFailureStories {

    private static final List<List<Story>> BY_STRATUM = List.of(
            MildHeartFailureStories.STABLE,
            MildHeartFailureStories.UNDER_DIURETIC,
            MildHeartFailureStories.STABILISED,
            SevereHeartFailureStories.DECOMPENSATED,
            SevereHeartFailureStories.ADVANCED);

    private HeartFailureStories() {}

    /** The stories of a stratum, counted from 1. */
    static List<Story> ofStratum(int stratum) {
        return BY_STRATUM.get(stratum - 1);
    }
}
