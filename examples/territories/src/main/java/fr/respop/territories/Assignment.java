package fr.respop.territories;

import fr.respop.territories.clinical.DataForm;
import fr.respop.territories.clinical.Dice;
import fr.respop.territories.clinical.Story;
import fr.respop.territories.clinical.StoryBook;

/**
 * Tells each resident which story to live, so that the strata get their exact counts. Residents are shuffled by a
 * multiplication that can be computed for one of them without the others.
 */
final class Assignment {

    /** One diabetic in ten has data as some senders write them. */
    private static final int UNUSUAL_EVERY = 10;

    private static final int FIRST_UNUSUAL = 4;

    private final Pyramid pyramid;
    private final long step;
    private final long offset;

    Assignment(Pyramid pyramid, Dice dice) {
        this.pyramid = pyramid;
        step = stepCoprimeTo(pyramid.residents(), dice);
        offset = dice.between(0, pyramid.residents() - 1);
    }

    /** The part of the resident with this number, counted from 1. */
    Part partOf(int number) {
        var place = (int) ((step * (number - 1) + offset) % pyramid.residents());
        for (var stratum = Pyramid.STRATA - 1; stratum >= 0; stratum--) {
            var count = pyramid.count(stratum);
            if (place < count) {
                return new Part(StoryBook.ofStratum(stratum, place), form(stratum, place));
            }
            place -= count;
        }
        return new Part(StoryBook.ofUnconcerned(place), DataForm.USUAL);
    }

    private static DataForm form(int stratum, int place) {
        return stratum > 0 && place % UNUSUAL_EVERY == FIRST_UNUSUAL ? DataForm.UNUSUAL : DataForm.USUAL;
    }

    /** Multiples of a step without a common divisor visit every place once before they come back. */
    private static long stepCoprimeTo(int size, Dice dice) {
        var step = Math.max(1, size / 3 + dice.between(0, size / 3));
        while (greatestCommonDivisor(step, size) != 1) {
            step++;
        }
        return step;
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    record Part(Story story, DataForm form) {}
}
