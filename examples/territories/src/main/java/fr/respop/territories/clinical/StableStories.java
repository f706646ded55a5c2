package fr.respop.territories.clinical;

import static fr.respop.territories.clinical.Story.ofDiabetic;

import java.util.List;

/** Stories of stable diabetes: at target, no complication, nothing recent. Some come close to another stratum. */
final class StableStories {

    static final List<Story> ALL = List.of(
            ofDiabetic("metformin at target", course -> {}),
            ofDiabetic("diet alone", course -> course.treatedBy()),
            ofDiabetic("two oral drugs at target", course -> course.treatedBy(Drug.METFORMIN, Drug.DAPAGLIFLOZIN)),
            ofDiabetic("known by deliveries alone", StableStories::knownByDeliveries),
            ofDiabetic("weekly injection at target", course -> course.treatedBy(Drug.METFORMIN, Drug.DULAGLUTIDE)),
            ofDiabetic("insulin for years, at target", course -> course.insulinSince(700)),
            ofDiabetic("known as a long-term illness", StableStories::longTermIllness),
            ofDiabetic("known by a stay alone", StableStories::knownByStay),
            ofDiabetic("one high blood pressure among normal ones", StableStories::oneHighPressure),
            ofDiabetic("one low filtration rate, not confirmed", StableStories::oneLowFiltration),
            ofDiabetic("one albumin result, not confirmed", StableStories::oneAlbuminResult),
            ofDiabetic("old person with a higher goal", Cohort.OLD_DIABETICS, StableStories::higherGoal),
            ofDiabetic("planned day stay for a check", StableStories::plannedCheck),
            ofDiabetic("high HbA1c, since corrected", StableStories::corrected));

    private StableStories() {}

    private static void knownByDeliveries(DiabetesCourse course) {
        course.knownBy = DiabetesCourse.KnownBy.OTHER_DATA;
        course.treatedBy(Drug.METFORMIN, Drug.SITAGLIPTIN);
    }

    private static void knownByStay(DiabetesCourse course) {
        course.knownBy = DiabetesCourse.KnownBy.OTHER_DATA;
        course.treatedBy();
        course.chart()
                .stays()
                .planned(course.dice().between(700, 1500), 1, Diagnosis.CATARACT, Diagnosis.TYPE_2_DIABETES);
    }

    private static void longTermIllness(DiabetesCourse course) {
        course.knownBy = DiabetesCourse.KnownBy.LONG_TERM_ILLNESS;
    }

    private static void oneHighPressure(DiabetesCourse course) {
        course.chart().findings().bloodPressure(156, 94, 14);
        course.pressure(126, 76, 45);
    }

    private static void oneLowFiltration(DiabetesCourse course) {
        course.kidneyTest(60, course.normalFiltration(), course.normalAlbumin());
        course.kidneyTest(200, 54, course.normalAlbumin());
        course.kidneyTest(420, course.normalFiltration(), course.normalAlbumin());
    }

    private static void oneAlbuminResult(DiabetesCourse course) {
        course.kidneyTest(50, course.normalFiltration(), 6.2);
        course.kidneyTest(240, course.normalFiltration(), 1.4);
    }

    private static void higherGoal(DiabetesCourse course) {
        course.hba1c = course.dice().between(7.3, 7.8);
        course.chart().findings().hba1cGoal(8, 400);
        course.treatedBy(Drug.METFORMIN, Drug.GLICLAZIDE);
    }

    private static void plannedCheck(DiabetesCourse course) {
        course.chart().stays().planned(course.dice().between(40, 320), 0, Diagnosis.TYPE_2_DIABETES);
    }

    private static void corrected(DiabetesCourse course) {
        course.chart().findings().measure(Measurement.HBA1C, 9.1, 355);
        course.treatedBy(Drug.METFORMIN, Drug.EMPAGLIFLOZIN);
    }
}
