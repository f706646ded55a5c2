package fr.respop.territories.clinical;

import static fr.respop.territories.clinical.Story.ofResident;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What happens to hearts that do not fail: nothing, or a factor of risk, and what practices do about it. */
final class HeartRiskStories {

    static final Story NONE = ofResident("nothing", Cohort.OVER_45, HeartRole.APART, chart -> {});

    static final Story FOLLOW_UP =
            ofResident("at risk by the diabetes story", Cohort.OVER_45, HeartRole.AT_RISK, HeartRiskStories::followUp);

    /** Factors that are none of diabetes, nor need a drug that is taken for one. */
    static final List<Story> ALONE = List.of(
            risk("atrial fibrillation", HeartRiskStories::atrialFibrillation),
            risk("valve disease", HeartRiskStories::valve),
            risk("kidney disease", HeartRiskStories::kidney),
            risk("cardiomyopathy in the family", HeartRiskStories::family),
            risk("alcohol", HeartRiskStories::alcohol),
            risk("chemotherapy", HeartRiskStories::chemotherapy),
            risk("cardiomyopathy without heart failure", HeartRiskStories::cardiomyopathy));

    /** Factors of residents who are at risk of diabetes anyway. */
    static final List<Story> WITH_RISK_OF_DIABETES = Stream.concat(
                    Stream.of(
                            risk("hypertension", HeartRiskStories::hypertension),
                            risk("hypertension", HeartRiskStories::hypertension),
                            risk("hypertension", HeartRiskStories::hypertension),
                            risk("coronary disease", HeartRiskStories::coronary),
                            risk("coronary disease", HeartRiskStories::coronary)),
                    ALONE.stream())
            .toList();

    private HeartRiskStories() {}

    private static Story risk(String title, Consumer<Chart> plot) {
        return ofResident(title, Cohort.OVER_45, HeartRole.AT_RISK, chart -> {
            plot.accept(chart);
            followUp(chart);
        });
    }

    /** A visit at the practice, and the examinations that residents at risk should have; some have them, some not. */
    private static void followUp(Chart chart) {
        var dice = chart.dice();
        var habit = Habit.of(dice);
        habit.daysSince(12, dice).ifPresent(days -> chart.visit(days, FollowUpItem.GP_VISIT));
        if (!chart.has(Measurement.POTASSIUM.id)) {
            habit.daysSince(12, dice)
                    .ifPresent(days -> new HeartLaboratory(chart, days).electrolytes(dice.between(68.0, 96.0)));
        }
        if (!chart.has("act")) {
            habit.daysSince(36, dice).ifPresent(days -> chart.act(Act.ECG, days));
        }
        if (dice.chance(0.15)) {
            chart.findings().measure(Measurement.NT_PROBNP, dice.between(25.0, 110.0), dice.between(20, 700));
        }
    }

    private static void hypertension(Chart chart) {
        chart.condition(Diagnosis.HYPERTENSION, chart.dice().between(400, 5000));
        chart.deliveries(chart.dice().chance(0.5) ? Drug.PERINDOPRIL : Drug.AMLODIPINE, 350, 88);
    }

    private static void coronary(Chart chart) {
        chart.condition(Diagnosis.CORONARY_DISEASE, chart.dice().between(500, 3000));
        chart.condition(Diagnosis.CORONARY_STENT, chart.dice().between(480, 3000));
        chart.deliveries(Drug.ASPIRIN, 350, 88);
        if (!chart.hasDrug(Drug.ATORVASTATIN)) {
            chart.deliveries(Drug.ATORVASTATIN, 350, 88);
        }
    }

    private static void atrialFibrillation(Chart chart) {
        chart.condition(Diagnosis.ATRIAL_FIBRILLATION, chart.dice().between(200, 3000));
        chart.deliveries(Drug.APIXABAN, 350, 58);
    }

    private static void valve(Chart chart) {
        chart.condition(Diagnosis.AORTIC_STENOSIS, chart.dice().between(200, 3000));
        echo(chart, chart.dice().between(55, 66));
    }

    private static void cardiomyopathy(Chart chart) {
        chart.condition(Diagnosis.DILATED_CARDIOMYOPATHY, chart.dice().between(200, 2000));
        echo(chart, chart.dice().between(44, 49));
    }

    private static void echo(Chart chart, int ejectionFraction) {
        var days = chart.dice().between(30, 700);
        chart.act(Act.ECHO, days);
        chart.findings().measure(Measurement.LVEF, ejectionFraction, days);
    }

    private static void kidney(Chart chart) {
        chart.condition(Diagnosis.KIDNEY_STAGE_3, chart.dice().between(200, 2000));
        var last = chart.dice().between(30, 200);
        var filtration = chart.dice().between(46.0, 57.0);
        new HeartLaboratory(chart, last).electrolytes(filtration);
        new HeartLaboratory(chart, last + 150).electrolytes(filtration);
    }

    private static void family(Chart chart) {
        chart.parentWith(Diagnosis.DILATED_CARDIOMYOPATHY);
    }

    private static void chemotherapy(Chart chart) {
        var first = chart.dice().between(500, 1500);
        chart.condition(Diagnosis.BREAST_CANCER, first + 60);
        for (var days = first; days > first - 4 * 21; days -= 21) {
            chart.stays().planned(days, 0, Diagnosis.CHEMOTHERAPY, Diagnosis.BREAST_CANCER);
            chart.infusion(Drug.EPIRUBICIN, days);
        }
    }

    private static void alcohol(Chart chart) {
        chart.condition(Diagnosis.ALCOHOL, chart.dice().between(200, 3000));
    }
}
