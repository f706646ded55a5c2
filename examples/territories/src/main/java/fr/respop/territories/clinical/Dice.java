package fr.respop.territories.clinical;

import java.util.List;
import java.util.Random;

/** A source of chance that gives the same throws for the same seed, on every machine. */
public final class Dice {

    /** {@link Random} and not a newer generator, because its sequence is part of its specification. */
    private final Random random;

    private Dice(long seed) {
        random = new Random(seed);
    }

    /** Dice of one thing: neighbouring numbers get unrelated throws, and no throw depends on another thing's dice. */
    public static Dice of(long seed, String name, long number) {
        return new Dice(mix(mix(seed + name.hashCode()) + number));
    }

    /** The finaliser of SplitMix64: every bit of the input changes half of the bits of the output. */
    private static long mix(long value) {
        var z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A whole number, both bounds included. */
    public int between(int lowest, int highest) {
        return lowest + random.nextInt(highest - lowest + 1);
    }

    public double between(double lowest, double highest) {
        return lowest + (highest - lowest) * random.nextDouble();
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    public <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** A whole number of a bell curve cut at its bounds: about a third of the throws lie beyond one spread. */
    public int around(int typical, int spread, int lowest, int highest) {
        for (var attempt = 0; attempt < 20; attempt++) {
            var value = (int) StrictMath.round(typical + spread * random.nextGaussian());
            if (value >= lowest && value <= highest) {
                return value;
            }
        }
        return between(lowest, highest);
    }
}
