package fr.respop.territories.clinical;

import java.util.List;
import java.util.function.IntConsumer;

/** The follow-up of a resident with heart failure: visits, examinations, and what is measured at home. */
final class HeartFollowUp {

    /** How often in a year, or how many months apart, the follow-up of a stratum should be. */
    enum Rhythm {
        STABLE(1, 2, 2, 36, false),
        UNDER_DIURETIC(2, 4, 2, 24, false),
        STABILISED(3, 4, 4, 24, true),
        DECOMPENSATED(4, 6, 6, 12, true),
        ADVANCED(4, 12, 12, 12, true);

        private final int cardiologistVisits;
        private final int gpVisits;
        private final int laboratoryChecks;
        private final int monthsBetweenEchos;
        private final boolean weighsDaily;

        Rhythm(
                int cardiologistVisits,
                int gpVisits,
                int laboratoryChecks,
                int monthsBetweenEchos,
                boolean weighsDaily) {
            this.cardiologistVisits = cardiologistVisits;
            this.gpVisits = gpVisits;
            this.laboratoryChecks = laboratoryChecks;
            this.monthsBetweenEchos = monthsBetweenEchos;
            this.weighsDaily = weighsDaily;
        }
    }

    private static final int DAYS_WEIGHED = 10;
    private static final int WEEKS_WEIGHED = 6;

    private static final List<FollowUpItem> OFFERS =
            List.of(FollowUpItem.EDUCATION, FollowUpItem.REHABILITATION, FollowUpItem.REMOTE_MONITORING);

    private final Chart chart;
    private final Rhythm rhythm;
    private final Dice dice;
    private final Habit habit;

    HeartFollowUp(Chart chart, Rhythm rhythm) {
        this.chart = chart;
        this.rhythm = rhythm;
        dice = chart.dice();
        habit = Habit.of(dice);
    }

    void write(HeartFailureCourse course) {
        writeCardiologistVisits(course);
        repeat(rhythm.gpVisits, false, days -> chart.visit(days, FollowUpItem.GP_VISIT));
        repeat(rhythm.laboratoryChecks, true, days -> new HeartLaboratory(chart, days).electrolytes(course.filtration));
        repeat(1, false, days -> new HeartLaboratory(chart, days).yearlyCheck());
        writeEchos(course);
        if (chart.hasDrug(Drug.WARFARIN)) {
            repeat(12, false, days -> chart.findings().measure(Measurement.INR, dice.between(1.8, 3.3), days));
        }
        if (course.hasDevice) {
            repeat(2, false, days -> chart.visit(days, FollowUpItem.DEVICE_CHECK));
        }
        writeHomeMeasurements();
        writePrevention();
    }

    /** The class and the blood test of a visit; a class other than I decides the stratum and is never out of date. */
    private void writeCardiologistVisits(HeartFailureCourse course) {
        var nyha = course.nyha;
        var decides = nyha != null && nyha > 1;
        repeat(rhythm.cardiologistVisits, decides, days -> {
            chart.visit(days, FollowUpItem.CARDIOLOGIST_VISIT, FollowUpItem.TREATMENT_REVIEW);
            chart.act(Act.ECG, days);
            if (nyha != null) {
                chart.findings().nyha(nyha, days);
            }
            chart.findings().measure(Measurement.NT_PROBNP, course.ntProBnp * dice.between(0.95, 1.2), days);
        });
    }

    private void writeEchos(HeartFailureCourse course) {
        var ejectionFraction = course.ejectionFraction;
        if (ejectionFraction == null) {
            return;
        }
        var days = dice.between(40, 330);
        for (var echo = 0; echo < 2; echo++) {
            chart.act(Act.ECHO, days);
            chart.findings().measure(Measurement.LVEF, ejectionFraction, days);
            days += rhythm.monthsBetweenEchos * 30 + dice.between(-30, 60);
        }
    }

    private void writeHomeMeasurements() {
        if (!dice.chance(habit.punctuality())) {
            return;
        }
        var findings = chart.findings();
        var weight = findings.usualWeight();
        var every = rhythm.weighsDaily ? 1 : 7;
        var times = rhythm.weighsDaily ? DAYS_WEIGHED : WEEKS_WEIGHED;
        for (var time = times - 1; time >= 0; time--) {
            var measured = weight + dice.between(-0.2, 0.2);
            findings.selfMeasured(findings.measure(Measurement.WEIGHT, measured, time * every));
        }
        for (var days = dice.between(1, 6); days < 40; days += 7 + dice.between(0, 2)) {
            findings.selfMeasured(findings.bloodPressure(dice.between(104, 132), dice.between(60, 80), days));
            findings.selfMeasured(findings.measure(Measurement.HEART_RATE, dice.between(56, 84), days));
        }
    }

    private void writePrevention() {
        for (var offer : OFFERS) {
            if (dice.chance(0.3)) {
                chart.visit(dice.between(60, 330), offer);
            }
        }
        if (chart.has("vaccine")) {
            return;
        }
        if (dice.chance(habit.punctuality())) {
            chart.vaccination(Vaccine.INFLUENZA, dice.between(20, 75));
        }
        if (dice.chance(habit.punctuality() - 0.1)) {
            chart.vaccination(Vaccine.PNEUMOCOCCUS, dice.between(100, 900));
        }
    }

    /**
     * Something that is due so many times a year, back from the last time. It is late or was never done in some
     * residents, unless the story needs it.
     */
    private void repeat(int timesAYear, boolean surely, IntConsumer done) {
        var interval = 365 / timesAYear;
        var isPunctual = surely || dice.chance(habit.punctuality());
        if (!isPunctual && dice.chance(0.2)) {
            return;
        }
        var days = isPunctual ? dice.between(6, Math.max(12, interval - 25)) : interval + dice.between(40, 150);
        do {
            done.accept(days);
            days += interval + dice.between(-interval / 8, interval / 8);
        } while (days <= 365);
    }
}
