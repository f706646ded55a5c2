package fr.respop.territories;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many residents a territory has, and how many of them are in each stratum of one programme: those at risk first,
 * then those who have the disease, from the mildest stratum to the most severe.
 */
public record Pyramid(int residents, List<Integer> strata) {

    public Pyramid {
        strata = List.copyOf(strata);
        if (strata.size() < 2 || strata.stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException(
                    "A pyramid counts those at risk and at least one stratum, none negative: " + strata);
        }
        if (strata.stream().mapToInt(Integer::intValue).sum() > residents) {
            throw new IllegalArgumentException("More residents in strata than in the territory: " + strata);
        }
    }

    public int count(int stratum) {
        return strata.get(stratum);
    }

    /** The number of the most severe stratum. */
    public int highestStratum() {
        return strata.size() - 1;
    }

    /** How many have the disease. */
    public int known() {
        return strata.stream().skip(1).mapToInt(Integer::intValue).sum();
    }

    /** One resident for every so many, each count rounded to the nearest. */
    public Pyramid scaled(int scale) {
        if (scale < 1) {
            throw new IllegalArgumentException("The scale is the N of 1:N and is at least 1: " + scale);
        }
        return new Pyramid(
                divided(residents, scale),
                strata.stream().map(count -> divided(count, scale)).toList());
    }

    private static int divided(int count, int scale) {
        return (int) Math.round((double) count / scale);
    }

    /** Splits a total by the shares of other counts; largest remainders first, so that the parts add up to the total. */
    static List<Integer> split(int total, List<Integer> shares) {
        var whole = shares.stream().mapToLong(Integer::longValue).sum();
        var parts = new ArrayList<>(shares.stream()
                .map(share -> (int) (total * (long) share / whole))
                .toList());
        var missing = total - parts.stream().mapToInt(Integer::intValue).sum();
        IntStream.range(0, shares.size())
                .boxed()
                .sorted((a, b) ->
                        Long.compare(remainder(total, shares.get(b), whole), remainder(total, shares.get(a), whole)))
                .limit(missing)
                .forEach(index -> parts.set(index, parts.get(index) + 1));
        return parts;
    }

    private static long remainder(int total, int share, long whole) {
        return total * (long) share % whole;
    }
}
