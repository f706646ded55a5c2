package fr.respop.territories.clinical;

/** The yearly examinations of a diabetic: heart, feet, eyes, vaccinations. Some are done, some late, some refused. */
final class DiabetesExaminations {

    private final Chart chart;
    private final Habit habit;
    private final Dice dice;

    DiabetesExaminations(Chart chart, Habit habit) {
        this.chart = chart;
        this.habit = habit;
        this.dice = chart.dice();
    }

    void write(String monofilament, String retina, boolean surelyExamined) {
        writeEcg();
        writeFeet(monofilament, surelyExamined);
        writeEyes(retina, surelyExamined);
        writeVaccinations();
    }

    private void writeEcg() {
        if (dice.chance(0.03)) {
            chart.refusedAct(Act.ECG, dice.between(20, 200));
            return;
        }
        habit.daysSince(12, dice).ifPresent(days -> {
            chart.act(Act.ECG, days);
            chart.act(Act.ECG, days + dice.between(330, 420));
        });
    }

    private void writeFeet(String monofilament, boolean surelyExamined) {
        var days = habit.daysSince(12, dice);
        if (days.isEmpty() && !surelyExamined) {
            return;
        }
        var last = days.orElse(250);
        chart.findings().finding("monofilament-10g", "Test au monofilament", monofilament, last);
        var grade = monofilament.equals("normal") ? dice.between(0, 1) : dice.between(2, 3);
        chart.findings().score("podiatry-grade", "Grade podologique", grade, last);
    }

    private void writeEyes(String retina, boolean surelyExamined) {
        var days = habit.daysSince(dice.chance(0.6) ? 12 : 24, dice);
        if (days.isEmpty() && !surelyExamined) {
            return;
        }
        var last = days.orElse(300);
        chart.act(dice.chance(0.6) ? Act.FUNDUS : Act.FUNDUS_SCREENING, last);
        chart.findings().finding("retinopathy-grade", "Stade de la rétinopathie", retina, last);
    }

    private void writeVaccinations() {
        if (dice.chance(0.05)) {
            chart.refusedVaccination(Vaccine.INFLUENZA, dice.between(20, 70));
        } else if (dice.chance(habit.punctuality())) {
            chart.vaccination(Vaccine.INFLUENZA, dice.between(20, 75));
        }
        if (dice.chance(0.6)) {
            chart.vaccination(Vaccine.INFLUENZA, dice.between(365 + 20, 365 + 75));
        }
        if (dice.chance(habit.punctuality() - 0.2)) {
            chart.vaccination(Vaccine.PNEUMOCOCCUS, dice.between(100, 900));
        }
        if (dice.chance(habit.punctuality())) {
            chart.vaccination(Vaccine.BOOSTER, dice.between(200, 3300));
        }
    }
}
