package fr.respop.territories.clinical;

import static fr.respop.territories.clinical.Story.ofHeartFailure;

import fr.respop.territories.clinical.HeartFailureCourse.KnownBy;
import fr.respop.territories.clinical.HeartFollowUp.Rhythm;
import java.util.List;
import java.util.function.Consumer;

/** Stories of heart failure without a stay in the last year: stable, under a diuretic, or stabilised. */
final class MildHeartFailureStories {

    static final List<Story> STABLE = List.of(
            stable("preserved ejection fraction, class I", course -> {}),
            stable("hypertensive heart disease", course -> course.diagnosis = Diagnosis.HYPERTENSIVE_HEART_FAILURE),
            stable("ejection fraction recovered", MildHeartFailureStories::recovered),
            stable("known as a long-term illness", course -> course.knownBy = KnownBy.LONG_TERM_ILLNESS),
            stable("neither class nor ejection fraction", MildHeartFailureStories::unmeasured),
            stable("loop diuretic stopped", MildHeartFailureStories::diureticStopped),
            stable("stay more than five years ago", MildHeartFailureStories::oldStay),
            stable("without drugs", course -> course.isTreated = false),
            stable("with a pacemaker", course -> course.hasDevice = true));

    static final List<Story> UNDER_DIURETIC = List.of(
            underDiuretic("loop diuretic, class II", MildHeartFailureStories::diureticInClassTwo),
            underDiuretic("loop diuretic, class I", course -> course.loopDiuretic = Drug.FUROSEMIDE),
            underDiuretic("class II without a diuretic", course -> course.nyha = 2),
            underDiuretic("ejection fraction slightly reduced", MildHeartFailureStories::slightlyReduced),
            underDiuretic("loop diuretic, neither class nor ejection fraction", MildHeartFailureStories::diureticAlone),
            underDiuretic("another loop diuretic", course -> course.loopDiuretic = Drug.BUMETANIDE),
            underDiuretic("stay for another disease", MildHeartFailureStories::otherStay));

    static final List<Story> STABILISED = List.of(
            stabilised("stay years ago", MildHeartFailureStories::stayYearsAgo),
            stabilised("reduced ejection fraction", MildHeartFailureStories::reduced),
            stabilised("class III", MildHeartFailureStories::classThree),
            stabilised("lung oedema years ago", MildHeartFailureStories::oldOedema),
            stabilised("known by a stay alone", MildHeartFailureStories::knownByStay),
            stabilised(
                    "kidney disease beside it",
                    course -> course.filtration = course.dice().between(33.0, 41.0)),
            stabilised("reduced ejection fraction, class unknown", MildHeartFailureStories::reducedWithoutClass));

    private MildHeartFailureStories() {}

    private static Story stable(String title, Consumer<HeartFailureCourse> plot) {
        return ofHeartFailure(Rhythm.STABLE, title, plot);
    }

    private static Story underDiuretic(String title, Consumer<HeartFailureCourse> plot) {
        return ofHeartFailure(Rhythm.UNDER_DIURETIC, title, plot);
    }

    private static Story stabilised(String title, Consumer<HeartFailureCourse> plot) {
        return ofHeartFailure(Rhythm.STABILISED, title, plot);
    }

    private static void recovered(HeartFailureCourse course) {
        course.ejectionFraction = course.dice().between(51, 56);
        course.chart().findings().measure(Measurement.LVEF, 34, 2400);
        course.chart().findings().nyha(3, 2390);
    }

    private static void unmeasured(HeartFailureCourse course) {
        course.ejectionFraction = null;
        course.nyha = null;
    }

    private static void diureticStopped(HeartFailureCourse course) {
        course.chart().deliveries(Drug.FUROSEMIDE, 560, 240, 58);
    }

    private static void oldStay(HeartFailureCourse course) {
        course.knownBy = KnownBy.STAYS;
        course.stay(course.dice().between(1900, 2400), 8, Diagnosis.CONGESTIVE_HEART_FAILURE);
    }

    private static void diureticInClassTwo(HeartFailureCourse course) {
        course.loopDiuretic = Drug.FUROSEMIDE;
        course.nyha = 2;
    }

    private static void slightlyReduced(HeartFailureCourse course) {
        course.ejectionFraction = course.dice().between(42, 48);
    }

    private static void diureticAlone(HeartFailureCourse course) {
        unmeasured(course);
        course.loopDiuretic = Drug.FUROSEMIDE;
        course.diagnosis = Diagnosis.UNSPECIFIED_HEART_FAILURE;
    }

    private static void otherStay(HeartFailureCourse course) {
        course.chart()
                .stays()
                .unplanned(course.dice().between(60, 320), 5, Diagnosis.PNEUMONIA, Diagnosis.HEART_FAILURE);
        course.nyha = 2;
    }

    private static void stayYearsAgo(HeartFailureCourse course) {
        course.stay(course.dice().between(420, 1600), 9, Diagnosis.HEART_FAILURE);
        course.loopDiuretic = Drug.FUROSEMIDE;
        course.nyha = 2;
    }

    private static void reduced(HeartFailureCourse course) {
        course.ejectionFraction = course.dice().between(33, 39);
        course.nyha = 2;
    }

    private static void classThree(HeartFailureCourse course) {
        course.nyha = 3;
        course.loopDiuretic = Drug.FUROSEMIDE;
    }

    private static void oldOedema(HeartFailureCourse course) {
        course.knownBy = KnownBy.STAYS;
        course.stay(course.dice().between(500, 1600), 6, Diagnosis.LUNG_OEDEMA, Diagnosis.HEART_FAILURE);
        course.loopDiuretic = Drug.FUROSEMIDE;
    }

    private static void knownByStay(HeartFailureCourse course) {
        course.knownBy = KnownBy.STAYS;
        course.stay(course.dice().between(420, 1600), 7, Diagnosis.CONGESTIVE_HEART_FAILURE);
    }

    private static void reducedWithoutClass(HeartFailureCourse course) {
        course.ejectionFraction = course.dice().between(33, 39);
        course.nyha = null;
    }
}
