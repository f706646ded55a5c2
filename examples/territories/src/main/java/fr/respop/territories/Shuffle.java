package fr.respop.territories;

import fr.respop.territories.clinical.Dice;

/** An order of places in which the place of one can be computed without the others: a multiplication. */
record Shuffle(int size, long step, long offset) {

    static Shuffle of(int size, Dice dice) {
        return new Shuffle(size, stepCoprimeTo(size, dice), dice.between(0, Math.max(0, size - 1)));
    }

    /** The order as it is. */
    static Shuffle none(int size) {
        return new Shuffle(size, 1, 0);
    }

    /** The place of the one with this index; both count from zero. */
    int place(int index) {
        return (int) ((step * index + offset) % size);
    }

    /** Multiples of a step without a common divisor visit every place once before they come back. */
    private static long stepCoprimeTo(int size, Dice dice) {
        var step = Math.max(1, size / 3 + dice.between(0, size / 3));
        while (greatestCommonDivisor(step, size) > 1) {
            step++;
        }
        return step;
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
