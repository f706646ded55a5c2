package fr.respop.engine.content;

import java.util.Comparator;
import java.util.regex.Pattern;

/** Compares versions such as 0.9.0 and 0.10.0 part by part, numbers by their size. */
final class Versions {

    static final Comparator<String> ASCENDING = Versions::compare;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private Versions() {}

    private static int compare(String one, String other) {
        var left = one.split("[.-]", -1);
        var right = other.split("[.-]", -1);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            var order = comparePart(left[i], right[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }

    private static int comparePart(String one, String other) {
        return NUMBER.matcher(one).matches() && NUMBER.matcher(other).matches()
                ? Integer.compare(Integer.parseInt(one), Integer.parseInt(other))
                : one.compareTo(other);
    }
}
