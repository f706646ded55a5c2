package fr.respop.territories.clinical;

import static fr.respop.territories.clinical.Story.ofHeartFailure;

import fr.respop.territories.clinical.HeartFailureCourse.KnownBy;
import fr.respop.territories.clinical.HeartFollowUp.Rhythm;
import java.util.List;
import java.util.function.Consumer;

/** Stories of heart failure that decompensated in the last year, or is advanced. */
final class SevereHeartFailureStories {

    static final List<Story> DECOMPENSATED = List.of(
            decompensated("stay this year, reduced ejection fraction", SevereHeartFailureStories::reduced),
            decompensated("stay this year, preserved ejection fraction", SevereHeartFailureStories::preserved),
            decompensated("lung oedema this year", SevereHeartFailureStories::oedema),
            decompensated("known since a stay this year", SevereHeartFailureStories::knownByStay),
            decompensated("ventricular tachycardia this year", SevereHeartFailureStories::tachycardia),
            decompensated("diuretic into a vein in day hospital", SevereHeartFailureStories::infusions),
            decompensated("stay this year, another years ago", SevereHeartFailureStories::anotherYearsAgo),
            decompensated("cardiac liver this year", SevereHeartFailureStories::liver));

    static final List<Story> ADVANCED = List.of(
            advanced("two stays this year", SevereHeartFailureStories::twoStays),
            advanced("class IV", SevereHeartFailureStories::classFour),
            advanced("class III and a very low ejection fraction", SevereHeartFailureStories::veryLow),
            advanced("severe kidney disease beside it", SevereHeartFailureStories::kidney),
            advanced("class III and a high NT-proBNP", SevereHeartFailureStories::highNtProBnp),
            advanced("palliative care", SevereHeartFailureStories::palliative),
            advanced("heart transplant", SevereHeartFailureStories::transplant),
            advanced("dialysis beside it", SevereHeartFailureStories::dialysis));

    private SevereHeartFailureStories() {}

    private static Story decompensated(String title, Consumer<HeartFailureCourse> plot) {
        return ofHeartFailure(Rhythm.DECOMPENSATED, title, course -> {
            course.loopDiuretic = Drug.FUROSEMIDE;
            course.nyha = 2;
            plot.accept(course);
        });
    }

    private static Story advanced(String title, Consumer<HeartFailureCourse> plot) {
        return ofHeartFailure(Rhythm.ADVANCED, title, course -> {
            course.loopDiuretic = Drug.FUROSEMIDE;
            course.nyha = 3;
            plot.accept(course);
        });
    }

    private static void reduced(HeartFailureCourse course) {
        course.ejectionFraction = course.dice().between(33, 39);
        course.stay(course.dice().between(40, 330), 8, Diagnosis.HEART_FAILURE);
    }

    private static void preserved(HeartFailureCourse course) {
        course.stay(course.dice().between(40, 330), 7, Diagnosis.CONGESTIVE_HEART_FAILURE, Diagnosis.HYPERTENSION);
    }

    private static void oedema(HeartFailureCourse course) {
        course.stay(course.dice().between(40, 330), 6, Diagnosis.LUNG_OEDEMA, Diagnosis.HEART_FAILURE);
    }

    private static void liver(HeartFailureCourse course) {
        course.stay(course.dice().between(40, 330), 9, Diagnosis.CARDIAC_LIVER, Diagnosis.CONGESTIVE_HEART_FAILURE);
    }

    private static void knownByStay(HeartFailureCourse course) {
        course.knownBy = KnownBy.STAYS;
        course.stay(course.dice().between(40, 150), 10, Diagnosis.HYPERTENSIVE_HEART_FAILURE);
    }

    private static void tachycardia(HeartFailureCourse course) {
        course.ejectionFraction = course.dice().between(33, 39);
        course.hasDevice = true;
        course.stay(course.dice().between(40, 330), 3, Diagnosis.VENTRICULAR_TACHYCARDIA, Diagnosis.HEART_FAILURE);
    }

    private static void infusions(HeartFailureCourse course) {
        var first = course.dice().between(40, 300);
        for (var days = first; days > first - 6; days -= 2) {
            course.chart().stays().planned(days, 0, Diagnosis.HEART_FAILURE);
            course.chart().infusion(Drug.FUROSEMIDE, days);
        }
    }

    private static void anotherYearsAgo(HeartFailureCourse course) {
        course.stay(course.dice().between(420, 1600), 9, Diagnosis.HEART_FAILURE);
        course.stay(course.dice().between(40, 330), 8, Diagnosis.HEART_FAILURE);
    }

    private static void twoStays(HeartFailureCourse course) {
        course.ejectionFraction = course.dice().between(25, 38);
        course.stay(course.dice().between(200, 330), 9, Diagnosis.HEART_FAILURE);
        course.stay(course.dice().between(40, 150), 12, Diagnosis.HEART_FAILURE);
    }

    private static void classFour(HeartFailureCourse course) {
        course.nyha = 4;
        course.ntProBnp = course.dice().between(2500.0, 6000.0);
    }

    private static void veryLow(HeartFailureCourse course) {
        course.ejectionFraction = course.dice().between(18, 28);
        course.hasDevice = true;
    }

    private static void kidney(HeartFailureCourse course) {
        course.filtration = course.dice().between(18.0, 26.0);
    }

    private static void highNtProBnp(HeartFailureCourse course) {
        course.ntProBnp = course.dice().between(2600.0, 6000.0);
    }

    private static void palliative(HeartFailureCourse course) {
        course.chart().condition(Diagnosis.PALLIATIVE_CARE, course.dice().between(30, 200));
        course.chart().visit(course.dice().between(10, 200), FollowUpItem.PALLIATIVE_TALK);
    }

    private static void transplant(HeartFailureCourse course) {
        course.chart().condition(Diagnosis.HEART_TRANSPLANT, course.dice().between(600, 3000));
        course.loopDiuretic = null;
        course.nyha = 1;
    }

    private static void dialysis(HeartFailureCourse course) {
        course.chart().condition(Diagnosis.KIDNEY_STAGE_5, 1500);
        course.chart().condition(Diagnosis.DIALYSIS, 700);
        for (var days = 340; days > 10; days -= 30) {
            course.chart().act(Act.HAEMODIALYSIS, days);
        }
        course.filtration = 8;
    }
}
