package fr.respop.territories;

import fr.respop.territories.DiabetesAssignment.Place;
import fr.respop.territories.clinical.Dice;
import fr.respop.territories.clinical.HeartRole;
import fr.respop.territories.clinical.History;
import fr.respop.territories.clinical.StoryBook;
import java.util.stream.IntStream;

/**
 * Tells who has heart failure and who is at risk of it, so that this pyramid comes out exactly beside that of diabetes.
 *
 * <p>The diabetes stories fix a part of it: some complex diabetics have heart failure, the other diabetics are at risk
 * of it, and so are residents with hypertension. What the published counts leave is shared out among residents whose
 * story bears it, see {@link HeartRole}.
 */
final class HeartAssignment {

    /** Of those left, one in so many with heart failure is young and at no risk of diabetes. */
    private static final int YOUNG_EVERY = 24;

    /** Of those left, one in so many at risk of heart failure is at no risk of diabetes. */
    private static final int RISK_ALONE_EVERY = 3;

    private final Pyramid pyramid;
    private final Shuffle severities;
    private final Pool failing;
    private final Pool atRiskOfDiabetes;
    private final Pool young;
    private final Pool unconcerned;

    HeartAssignment(Pyramid pyramid, DiabetesAssignment diabetes, Dice dice) {
        this.pyramid = pyramid;
        severities = Shuffle.of(pyramid.known(), dice);

        var failingByStory = everywhere(HeartRole.FAILING, diabetes);
        var atRiskByStory = everywhere(HeartRole.AT_RISK, diabetes);
        var toFail = pyramid.known() - failingByStory;
        var toBeAtRisk = Math.max(0, pyramid.count(0) - atRiskByStory);
        var youngToFail = toFail / YOUNG_EVERY;
        var atRiskAlone = toBeAtRisk / RISK_ALONE_EVERY;

        failing = new Pool(Shuffle.none(failingByStory), 0, failingByStory, 0);
        atRiskOfDiabetes = new Pool(
                Shuffle.of(count(0, HeartRole.MAY_FAIL, diabetes), dice),
                failing.end(),
                toFail - youngToFail,
                toBeAtRisk - atRiskAlone);
        young = new Pool(
                Shuffle.of(count(StoryBook.UNCONCERNED, HeartRole.MAY_FAIL, diabetes), dice),
                atRiskOfDiabetes.end(),
                youngToFail,
                0);
        unconcerned = new Pool(
                Shuffle.of(count(StoryBook.UNCONCERNED, HeartRole.MAY_BE_AT_RISK, diabetes), dice),
                young.end(),
                0,
                atRiskAlone);
    }

    /** The history of the resident at this place of the diabetes stories. */
    History historyOf(Place at) {
        var history = StoryBook.history(at.row(), at.place());
        return switch (history.role()) {
            case FAILING -> chosen(history, at, failing);
            case MAY_FAIL -> chosen(history, at, at.row() == StoryBook.UNCONCERNED ? young : atRiskOfDiabetes);
            case MAY_BE_AT_RISK -> chosen(history, at, unconcerned);
            case AT_RISK -> history.followedForRisk();
            case APART -> history;
        };
    }

    private History chosen(History history, Place at, Pool pool) {
        var index = pool.order.place(StoryBook.count(at.row(), at.place(), history.role()));
        if (index < pool.failing) {
            return failing(history, severities.place(pool.begin + index));
        }
        return index < pool.failing + pool.atRisk ? history.atRiskOfHeartFailure(index) : history;
    }

    /** The places of all with heart failure are counted from the most severe stratum downwards. */
    private History failing(History history, int place) {
        var stratum = pyramid.highestStratum();
        while (place >= pyramid.count(stratum)) {
            place -= pyramid.count(stratum);
            stratum--;
        }
        return history.withHeartFailure(stratum, place);
    }

    private static int everywhere(HeartRole role, DiabetesAssignment diabetes) {
        return IntStream.rangeClosed(0, StoryBook.UNCONCERNED)
                .map(row -> count(row, role, diabetes))
                .sum();
    }

    private static int count(int row, HeartRole role, DiabetesAssignment diabetes) {
        return StoryBook.count(row, diabetes.residentsOf(row), role);
    }

    /**
     * Residents of one role, in a mixed order: the first of them have heart failure, the next are at risk of it.
     *
     * <p>A hundred residents may be too few to meet both pyramids: then these are as many as there are.
     *
     * @param begin how many of other pools have heart failure and are counted before these
     */
    private record Pool(Shuffle order, int begin, int failing, int atRisk) {

        Pool {
            failing = Math.min(Math.max(0, failing), order.size());
            atRisk = Math.min(atRisk, order.size() - failing);
        }

        int end() {
            return begin + failing;
        }
    }
}
