package fr.respop.territories.clinical;

import static fr.respop.territories.clinical.Story.ofDiabetic;

import java.util.List;

/** Stories of complicated diabetes: one family of complications, and only one, that is not severe. */
final class ComplicatedStories {

    static final List<Story> ALL = List.of(
            ofDiabetic("moderate kidney disease by two tests", ComplicatedStories::lowFiltration),
            ofDiabetic("albumin in two samples", ComplicatedStories::albumin),
            ofDiabetic("kidney disease coded", ComplicatedStories::kidneyCoded),
            ofDiabetic("retinopathy", ComplicatedStories::retinopathy),
            ofDiabetic("background retinopathy", ComplicatedStories::backgroundRetinopathy),
            ofDiabetic("neuropathy", ComplicatedStories::neuropathy),
            ofDiabetic("abnormal monofilament test", ComplicatedStories::abnormalMonofilament),
            ofDiabetic("disease of the leg arteries", ComplicatedStories::legArteries),
            ofDiabetic("coronary stent", ComplicatedStories::coronaryStent),
            ofDiabetic("infarction years ago", ComplicatedStories::oldInfarction),
            ofDiabetic("stroke years ago", ComplicatedStories::oldStroke),
            ofDiabetic("another complication coded", ComplicatedStories::otherComplication));

    private ComplicatedStories() {}

    private static void lowFiltration(DiabetesCourse course) {
        course.lastingKidneyDisease(course.dice().between(34.0, 55.0), course.normalAlbumin());
    }

    private static void albumin(DiabetesCourse course) {
        course.lastingKidneyDisease(course.normalFiltration(), course.dice().between(5.0, 24.0));
    }

    private static void kidneyCoded(DiabetesCourse course) {
        course.diagnosis = Diagnosis.DIABETIC_KIDNEY;
        course.chart().condition(Diagnosis.KIDNEY_STAGE_3, 700);
        course.lastingKidneyDisease(
                course.dice().between(34.0, 55.0), course.dice().between(4.0, 20.0));
    }

    private static void retinopathy(DiabetesCourse course) {
        course.diagnosis = Diagnosis.DIABETIC_EYE;
        course.chart().condition(Diagnosis.RETINOPATHY, 800);
        course.retina = "non-proliferative";
        course.surelyExamined = true;
    }

    private static void backgroundRetinopathy(DiabetesCourse course) {
        course.chart().condition(Diagnosis.BACKGROUND_RETINOPATHY, 500);
        course.retina = "non-proliferative";
    }

    private static void neuropathy(DiabetesCourse course) {
        course.diagnosis = Diagnosis.DIABETIC_NERVE;
        course.chart().condition(Diagnosis.POLYNEUROPATHY, 900);
        course.monofilament = "abnormal";
    }

    private static void abnormalMonofilament(DiabetesCourse course) {
        course.monofilament = "abnormal";
        course.surelyExamined = true;
        course.hba1c = course.dice().between(7.2, 8.4);
    }

    private static void legArteries(DiabetesCourse course) {
        course.diagnosis = Diagnosis.DIABETIC_ARTERY;
        course.chart().condition(Diagnosis.LEG_ARTERIES, 1000);
        course.chart().deliveries(Drug.ASPIRIN, 390, 89);
    }

    private static void coronaryStent(DiabetesCourse course) {
        course.chart().condition(Diagnosis.CORONARY_DISEASE, 1500);
        course.chart().condition(Diagnosis.CORONARY_STENT, 1490);
        course.chart().deliveries(Drug.ASPIRIN, 390, 89);
        course.chart().deliveries(Drug.BISOPROLOL, 390, 89);
    }

    private static void oldInfarction(DiabetesCourse course) {
        course.chart().stays().unplanned(1300, 7, Diagnosis.INFARCTION, Diagnosis.TYPE_2_DIABETES);
        course.chart().condition(Diagnosis.OLD_INFARCTION, 1000);
        course.chart().deliveries(Drug.ASPIRIN, 390, 89);
        course.yearsKnown = 8;
    }

    private static void oldStroke(DiabetesCourse course) {
        course.chart().stays().unplanned(1100, 11, Diagnosis.STROKE, Diagnosis.TYPE_2_DIABETES);
        course.chart().condition(Diagnosis.STROKE_SEQUELAE, 800);
        course.chart().deliveries(Drug.ASPIRIN, 390, 89);
    }

    private static void otherComplication(DiabetesCourse course) {
        course.diagnosis = Diagnosis.DIABETIC_OTHER;
        course.hba1c = course.dice().between(7.2, 8.4);
    }
}
