package fr.respop.territories.clinical;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The course of one resident's diabetes. It starts as an uneventful one; a story changes what it is about, and {@link
 * #write} puts the whole of it into the chart.
 */
final class DiabetesCourse {

    /** How the programme can know of the diabetes. */
    enum KnownBy {
        DIAGNOSIS,
        LONG_TERM_ILLNESS,
        OTHER_DATA
    }

    /** How recent the HbA1c is, whatever its value. */
    enum HbA1cSeries {
        RECENT,
        STALE,
        NEVER
    }

    private static final int NEAR_A_YEAR = 330;

    private final Chart chart;
    private final Dice dice;
    private final Habit habit;

    KnownBy knownBy = KnownBy.DIAGNOSIS;
    Diagnosis diagnosis = Diagnosis.TYPE_2_DIABETES;
    List<Drug> treatment = List.of(Drug.METFORMIN);
    HbA1cSeries hba1cSeries = HbA1cSeries.RECENT;
    double hba1c;
    int yearsKnown;
    int systolic;
    int diastolic;
    String monofilament = "normal";
    String retina = "none";
    boolean surelyExamined;
    boolean withComorbidity = true;
    private @Nullable Integer lastBloodPressure;
    private @Nullable Integer insulinStart;
    private final List<KidneyTest> kidneyTests = new ArrayList<>();

    DiabetesCourse(Chart chart) {
        this.chart = chart;
        this.dice = chart.dice();
        this.habit = Habit.of(dice);
        hba1c = dice.between(5.9, 6.7);
        yearsKnown = dice.between(2, 16);
        systolic = dice.between(116, 131);
        diastolic = dice.between(66, 81);
    }

    Chart chart() {
        return chart;
    }

    Dice dice() {
        return dice;
    }

    void treatedBy(Drug... drugs) {
        treatment = List.of(drugs);
    }

    /** Insulin beside the other treatment, from the given day on. */
    void insulinSince(int days) {
        insulinStart = days;
        diagnosis = Diagnosis.TYPE_2_DIABETES_INSULIN;
    }

    void pressure(int newSystolic, int newDiastolic, int lastDays) {
        systolic = newSystolic;
        diastolic = newDiastolic;
        lastBloodPressure = lastDays;
    }

    /** Fixes a kidney test, which otherwise comes and goes with the resident's habit and is normal. */
    void kidneyTest(int days, double egfr, double uacr) {
        kidneyTests.add(new KidneyTest(days, egfr, uacr));
    }

    /** A filtration rate that the story fixes, found twice at an interval that confirms it. */
    void lastingKidneyDisease(double egfr, double uacr) {
        var last = dice.between(30, 90);
        kidneyTest(last, egfr, uacr);
        kidneyTest(last + dice.between(120, 200), egfr + dice.between(-1.5, 2), uacr * dice.between(0.9, 1.1));
    }

    double normalFiltration() {
        return Math.max(64, (138 - 0.9 * chart.person().age()) * dice.between(0.85, 1.0));
    }

    double normalAlbumin() {
        return dice.between(0.4, 2.3);
    }

    void write() {
        writeDiagnosis();
        var other = new Comorbidity(chart);
        if (withComorbidity) {
            // Without a diagnosis of diabetes, one of hypertension tells of the risk of heart failure.
            other.write(knownBy == KnownBy.OTHER_DATA);
        }
        writeTreatment();
        writeHbA1c();
        writeKidneyTests();
        writeBloodPressure();
        chart.findings().body(other.bodyMassIndex(), dice.between(20, 200));
        new DiabetesExaminations(chart, habit).write(monofilament, retina, surelyExamined);
        if (chart.form() == DataForm.UNUSUAL) {
            writeMistakes();
        }
    }

    private void writeDiagnosis() {
        var days = 365 * yearsKnown + dice.between(0, 300);
        switch (knownBy) {
            case DIAGNOSIS -> chart.condition(diagnosis, days);
            case LONG_TERM_ILLNESS -> chart.longTermIllness(diagnosis, days);
            case OTHER_DATA -> {} // Only deliveries or stays tell of it.
        }
    }

    private void writeTreatment() {
        for (var drug : treatment) {
            chart.deliveries(drug, dice.between(400, 480), 88);
        }
        if (insulinStart != null) {
            chart.deliveries(Drug.INSULIN_GLARGINE, insulinStart, 56);
        }
    }

    private void writeHbA1c() {
        if (hba1cSeries == HbA1cSeries.NEVER) {
            return;
        }
        var last = hba1cSeries == HbA1cSeries.STALE
                ? dice.between(400, 560)
                : Math.min(
                        NEAR_A_YEAR,
                        habit.daysSince(dice.chance(0.6) ? 3 : 6, dice).orElse(NEAR_A_YEAR));
        chart.findings().measure(Measurement.HBA1C, hba1c, last);
        for (var days = last + dice.between(85, 190); days < 800; days += dice.between(85, 190)) {
            chart.findings().measure(Measurement.HBA1C, hba1c + dice.between(-0.4, 0.6), days);
        }
        chart.findings().measure(Measurement.GLUCOSE, hba1c * 1.6 - 2.6 + dice.between(-0.5, 0.5), last);
    }

    private void writeKidneyTests() {
        if (kidneyTests.isEmpty()) {
            var last = habit.daysSince(12, dice);
            if (last.isEmpty()) {
                return;
            }
            kidneyTest(last.getAsInt(), normalFiltration(), normalAlbumin());
            kidneyTest(last.getAsInt() + dice.between(300, 420), normalFiltration(), normalAlbumin());
        }
        kidneyTests.forEach(test -> test.write(chart));
    }

    private void writeBloodPressure() {
        var last = lastBloodPressure != null
                ? lastBloodPressure
                : habit.daysSince(2, dice).orElse(150);
        for (var reading = 0; reading < 3; reading++) {
            chart.findings()
                    .bloodPressure(
                            systolic + dice.between(-4, 4),
                            diastolic + dice.between(-3, 3),
                            last + reading * dice.between(28, 45));
        }
    }

    /** What senders withdrew again, and what therefore counts for nothing. */
    private void writeMistakes() {
        chart.findings().cancelled(Measurement.HBA1C, hba1c > 7 ? 5.9 : 11.4, 9);
        chart.mistakenCondition(Diagnosis.KIDNEY_STAGE_5, dice.between(100, 300));
    }
}
