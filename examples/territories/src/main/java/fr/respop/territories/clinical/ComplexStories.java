package fr.respop.territories.clinical;

import static fr.respop.territories.clinical.Story.ofDiabetic;
import static fr.respop.territories.clinical.Story.ofDiabeticWithHeartFailure;

import java.util.List;

/** Stories of complex diabetes: a severe complication, several at once, or a severe event in the last year. */
final class ComplexStories {

    static final List<Story> ALL = List.of(
            ofDiabeticWithHeartFailure("infarction this year", ComplexStories::infarction),
            ofDiabeticWithHeartFailure("heart failure", ComplexStories::heartFailure),
            ofDiabetic("kidney and eye", ComplexStories::kidneyAndEye),
            ofDiabetic("severe kidney disease by two tests", ComplexStories::severeKidneyDisease),
            ofDiabetic("foot ulcer", ComplexStories::footUlcer),
            ofDiabetic("dialysis", ComplexStories::dialysis),
            ofDiabeticWithHeartFailure("amputation", ComplexStories::amputation),
            ofDiabetic("stroke this year", ComplexStories::stroke),
            ofDiabeticWithHeartFailure("multiple complications coded", ComplexStories::multipleCoded),
            ofDiabetic("ketoacidosis this year", ComplexStories::ketoacidosis),
            ofDiabetic("two severe hypoglycaemias", ComplexStories::hypoglycaemias),
            ofDiabetic("proliferative retinopathy", ComplexStories::proliferativeRetinopathy),
            ofDiabetic("kidney disease of stage 4 coded", ComplexStories::stageFour),
            ofDiabetic("two emergency stays", ComplexStories::emergencyStays),
            ofDiabetic("blindness", ComplexStories::blindness),
            ofDiabetic("kidney transplant", ComplexStories::transplant),
            ofDiabeticWithHeartFailure("nerve and leg arteries", ComplexStories::nerveAndArteries),
            ofDiabetic("hyperosmolar coma this year", ComplexStories::coma));

    private ComplexStories() {}

    private static void infarction(DiabetesCourse course) {
        course.chart()
                .stays()
                .unplanned(course.dice().between(60, 320), 6, Diagnosis.INFARCTION, Diagnosis.TYPE_2_DIABETES);
        course.chart().deliveries(Drug.ASPIRIN, 50, 28);
        course.chart().deliveries(Drug.BISOPROLOL, 50, 28);
    }

    private static void stroke(DiabetesCourse course) {
        course.chart()
                .stays()
                .unplanned(course.dice().between(60, 320), 12, Diagnosis.STROKE, Diagnosis.TYPE_2_DIABETES);
        course.chart().deliveries(Drug.ASPIRIN, 50, 28);
    }

    private static void heartFailure(DiabetesCourse course) {
        course.treatedBy(Drug.METFORMIN, Drug.EMPAGLIFLOZIN);
    }

    private static void kidneyAndEye(DiabetesCourse course) {
        course.diagnosis = Diagnosis.DIABETIC_EYE;
        course.chart().condition(Diagnosis.DIABETIC_GLOMERULUS, 900);
        course.lastingKidneyDisease(
                course.dice().between(35.0, 55.0), course.dice().between(8.0, 30.0));
        course.retina = "non-proliferative";
        course.surelyExamined = true;
    }

    private static void severeKidneyDisease(DiabetesCourse course) {
        course.lastingKidneyDisease(
                course.dice().between(17.0, 27.0), course.dice().between(20.0, 60.0));
        course.treatedBy(Drug.SITAGLIPTIN);
        course.insulinSince(700);
    }

    private static void stageFour(DiabetesCourse course) {
        course.chart().condition(Diagnosis.KIDNEY_STAGE_4, 600);
        course.kidneyTest(75, 26, 31);
        course.treatedBy(Drug.SITAGLIPTIN);
    }

    private static void dialysis(DiabetesCourse course) {
        course.chart().condition(Diagnosis.KIDNEY_STAGE_5, 1500);
        course.chart().condition(Diagnosis.DIALYSIS, 700);
        for (var days = 340; days > 10; days -= 30) {
            course.chart().act(Act.HAEMODIALYSIS, days);
        }
        course.kidneyTest(60, 8, 90);
        course.treatedBy();
        course.insulinSince(900);
    }

    private static void transplant(DiabetesCourse course) {
        course.chart().condition(Diagnosis.KIDNEY_TRANSPLANT, 2200);
        course.kidneyTest(60, 61, 2.1);
        course.treatedBy();
        course.insulinSince(900);
    }

    private static void footUlcer(DiabetesCourse course) {
        course.diagnosis = Diagnosis.DIABETIC_NERVE;
        course.chart().condition(Diagnosis.FOOT_ULCER, course.dice().between(30, 200));
        course.monofilament = "abnormal";
        course.surelyExamined = true;
        course.hba1c = course.dice().between(7.5, 9.5);
    }

    private static void amputation(DiabetesCourse course) {
        course.chart().act(Act.LEG_AMPUTATION, 2000);
        course.chart().condition(Diagnosis.LEG_AMPUTATION, 1990);
        course.chart().condition(Diagnosis.LEG_ARTERIES, 2600);
        course.insulinSince(1000);
    }

    private static void multipleCoded(DiabetesCourse course) {
        course.diagnosis = Diagnosis.DIABETIC_MULTIPLE;
        course.insulinSince(800);
        course.diagnosis = Diagnosis.DIABETIC_MULTIPLE;
    }

    private static void ketoacidosis(DiabetesCourse course) {
        course.hba1c = course.dice().between(9.0, 12.0);
        course.insulinSince(900);
        course.chart().stays().unplanned(course.dice().between(60, 320), 5, Diagnosis.DIABETIC_KETOACIDOSIS);
    }

    private static void coma(DiabetesCourse course) {
        course.hba1c = course.dice().between(9.0, 12.0);
        course.chart().stays().unplanned(course.dice().between(60, 320), 9, Diagnosis.DIABETIC_COMA);
    }

    private static void hypoglycaemias(DiabetesCourse course) {
        course.insulinSince(900);
        course.chart().stays().unplanned(270, 1, Diagnosis.HYPOGLYCAEMIA, Diagnosis.TYPE_2_DIABETES_INSULIN);
        course.chart().stays().unplanned(90, 2, Diagnosis.HYPOGLYCAEMIA, Diagnosis.TYPE_2_DIABETES_INSULIN);
    }

    private static void emergencyStays(DiabetesCourse course) {
        course.hba1c = course.dice().between(8.5, 11.0);
        course.chart().stays().unplanned(280, 4, Diagnosis.TYPE_2_DIABETES);
        course.chart().stays().unplanned(100, 5, Diagnosis.TYPE_2_DIABETES);
    }

    private static void proliferativeRetinopathy(DiabetesCourse course) {
        course.diagnosis = Diagnosis.DIABETIC_EYE;
        course.chart().condition(Diagnosis.VITREOUS_HAEMORRHAGE, 300);
        course.retina = "proliferative";
        course.surelyExamined = true;
    }

    private static void blindness(DiabetesCourse course) {
        course.diagnosis = Diagnosis.DIABETIC_EYE;
        course.chart().condition(Diagnosis.TRACTION_DETACHMENT, 1900);
        course.chart().condition(Diagnosis.BLINDNESS, 1600);
        course.retina = "proliferative";
    }

    private static void nerveAndArteries(DiabetesCourse course) {
        course.diagnosis = Diagnosis.DIABETIC_NERVE;
        course.chart().condition(Diagnosis.LEG_ARTERIES, 700);
        course.monofilament = "abnormal";
        course.chart().deliveries(Drug.ASPIRIN, 390, 89);
    }
}
