package fr.respop.territories.clinical;

import static fr.respop.territories.clinical.Story.ofDiabetic;

import java.util.List;

/** Stories of unstable diabetes: no complication, but off target, recently changed, or not measured at all. */
final class UnstableStories {

    static final List<Story> ALL = List.of(
            ofDiabetic("oral drugs above target", UnstableStories::oralAboveTarget),
            ofDiabetic("insulin above target", UnstableStories::insulinAboveTarget),
            ofDiabetic("insulin started this autumn", UnstableStories::recentInsulin),
            ofDiabetic("high blood pressure twice", UnstableStories::highPressure),
            ofDiabetic("no HbA1c for more than a year", UnstableStories::staleHbA1c),
            ofDiabetic("emergency stay for the diabetes", UnstableStories::emergencyStay),
            ofDiabetic("emergency stay for a hypoglycaemia", UnstableStories::hypoglycaemia),
            ofDiabetic("expecting a child", Cohort.YOUNG_WOMEN, UnstableStories::pregnancy),
            ofDiabetic("never any HbA1c", UnstableStories::neverMeasured),
            ofDiabetic("above a stricter goal", UnstableStories::stricterGoal),
            ofDiabetic("above target, known by deliveries alone", UnstableStories::knownByDeliveries),
            ofDiabetic("high upper pressure alone", UnstableStories::highSystolic),
            ofDiabetic("far above target", UnstableStories::farAboveTarget));

    private UnstableStories() {}

    private static void oralAboveTarget(DiabetesCourse course) {
        course.hba1c = course.dice().between(7.4, 8.8);
        course.treatedBy(Drug.METFORMIN, Drug.GLICLAZIDE);
    }

    private static void insulinAboveTarget(DiabetesCourse course) {
        course.hba1c = course.dice().between(8.3, 9.6);
        course.insulinSince(600);
    }

    private static void recentInsulin(DiabetesCourse course) {
        course.insulinSince(course.dice().between(40, 150));
    }

    private static void highPressure(DiabetesCourse course) {
        course.pressure(
                course.dice().between(150, 164),
                course.dice().between(90, 98),
                course.dice().between(12, 50));
    }

    private static void highSystolic(DiabetesCourse course) {
        course.pressure(
                course.dice().between(148, 160),
                course.dice().between(74, 82),
                course.dice().between(12, 50));
    }

    private static void staleHbA1c(DiabetesCourse course) {
        course.hba1cSeries = DiabetesCourse.HbA1cSeries.STALE;
    }

    private static void neverMeasured(DiabetesCourse course) {
        course.hba1cSeries = DiabetesCourse.HbA1cSeries.NEVER;
    }

    private static void emergencyStay(DiabetesCourse course) {
        course.chart().stays().unplanned(course.dice().between(40, 300), 4, Diagnosis.TYPE_2_DIABETES);
    }

    private static void hypoglycaemia(DiabetesCourse course) {
        course.treatedBy(Drug.METFORMIN, Drug.GLICLAZIDE);
        course.chart()
                .stays()
                .unplanned(course.dice().between(40, 300), 2, Diagnosis.HYPOGLYCAEMIA, Diagnosis.TYPE_2_DIABETES);
    }

    private static void pregnancy(DiabetesCourse course) {
        var days = course.dice().between(40, 150);
        course.yearsKnown = 2;
        course.chart().condition(Diagnosis.DIABETES_IN_PREGNANCY, days);
        course.chart().condition(Diagnosis.PREGNANCY, days);
        course.withComorbidity = false;
        course.treatedBy();
        course.insulinSince(600);
    }

    private static void stricterGoal(DiabetesCourse course) {
        course.hba1c = course.dice().between(6.8, 6.9);
        course.chart().findings().hba1cGoal(6.5, 300);
    }

    private static void knownByDeliveries(DiabetesCourse course) {
        course.knownBy = DiabetesCourse.KnownBy.OTHER_DATA;
        course.hba1c = course.dice().between(7.5, 8.6);
    }

    private static void farAboveTarget(DiabetesCourse course) {
        course.hba1c = course.dice().between(9.5, 11.8);
        course.treatedBy(Drug.METFORMIN, Drug.GLICLAZIDE, Drug.SITAGLIPTIN);
    }
}
