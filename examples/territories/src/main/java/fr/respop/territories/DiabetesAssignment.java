package fr.respop.territories;

import fr.respop.territories.clinical.Dice;
import fr.respop.territories.clinical.StoryBook;

/** Puts each resident into a row of diabetes stories, so that the strata get their exact counts. */
final class DiabetesAssignment {

    private final Pyramid pyramid;
    private final Shuffle shuffle;

    DiabetesAssignment(Pyramid pyramid, Dice dice) {
        this.pyramid = pyramid;
        shuffle = Shuffle.of(pyramid.residents(), dice);
    }

    /** The place of the resident with this number, counted from 1. */
    Place placeOf(int number) {
        var place = shuffle.place(number - 1);
        for (var stratum = pyramid.highestStratum(); stratum >= 0; stratum--) {
            var count = pyramid.count(stratum);
            if (place < count) {
                return new Place(stratum, place);
            }
            place -= count;
        }
        return new Place(StoryBook.UNCONCERNED, place);
    }

    /** How many residents share a row of stories. */
    int residentsOf(int row) {
        return row == StoryBook.UNCONCERNED
                ? pyramid.residents()
                        - pyramid.strata().stream().mapToInt(Integer::intValue).sum()
                : pyramid.count(row);
    }

    /** A place in a row of stories: that of a stratum, or of the unconcerned. */
    record Place(int row, int place) {}
}
