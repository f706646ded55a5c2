package fr.respop.server.demonstration;

import fr.respop.territories.Programme;
import fr.respop.territories.Pyramid;
import java.util.List;
import java.util.Map;

/** The pyramids that the server shows once it is ready: the Measure that counts one, and the names of its strata. */
enum ShownPyramid {
    DIABETES(
            Programme.DIABETES,
            "Diabetes",
            "DiabetesPyramid",
            List.of(
                    "at risk [à risque]",
                    "stable [stable]",
                    "unstable [instable]",
                    "complicated [compliqué]",
                    "complex [complexe]")),
    HEART_FAILURE(
            Programme.HEART_FAILURE,
            "Heart failure",
            "HeartFailurePyramid",
            List.of(
                    "at risk [à risque]",
                    "stable [stable]",
                    "under diuretic [sous diurétique]",
                    "stabilised [stabilisée]",
                    "recently decompensated [décompensée récemment]",
                    "advanced [avancée]"));

    final Programme programme;
    final String title;
    final String measure;

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed.
    private final List<String> strata;

    ShownPyramid(Programme programme, String title, String measure, List<String> strata) {
        this.programme = programme;
        this.title = title;
        this.measure = measure;
        this.strata = strata;
    }

    /** One line a stratum, the most severe on top: its number and name, who was counted, and the published count. */
    String table(Map<String, Integer> computed, Pyramid published) {
        var width = strata.stream().mapToInt(String::length).max().orElseThrow();
        var table = new StringBuilder(line(width + 2, "stratum [strate]", "computed", "published"));
        for (var stratum = published.highestStratum(); stratum >= 0; stratum--) {
            table.append(line(
                    width + 2,
                    stratum + " " + strata.get(stratum),
                    computed.getOrDefault(String.valueOf(stratum), 0),
                    published.count(stratum)));
        }
        return table.toString();
    }

    private static String line(int width, Object stratum, Object computed, Object published) {
        return String.format("  %-" + width + "s %9s %10s%n", stratum, computed, published);
    }
}
