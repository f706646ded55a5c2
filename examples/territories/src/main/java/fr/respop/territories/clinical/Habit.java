package fr.respop.territories.clinical;

import java.util.OptionalInt;

/** How well a resident is followed: from one resident to another, items are done, nearly due, late or never done. */
record Habit(double punctuality) {

    private static final double DAYS_PER_MONTH = 30.4;

    static Habit of(Dice dice) {
        return new Habit(dice.between(0.35, 0.95));
    }

    /** Days since an item was last done that is due every so many months; empty if it never was. */
    OptionalInt daysSince(int months, Dice dice) {
        var interval = (int) (months * DAYS_PER_MONTH);
        if (dice.chance(punctuality)) {
            return OptionalInt.of(dice.between(10, interval - 40));
        }
        if (dice.chance(0.25)) {
            return OptionalInt.of(interval - dice.between(5, 25));
        }
        if (dice.chance(0.65)) {
            return OptionalInt.of(interval + dice.between(45, 240));
        }
        return OptionalInt.empty();
    }
}
