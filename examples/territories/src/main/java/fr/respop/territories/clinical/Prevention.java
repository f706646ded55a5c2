package fr.respop.territories.clinical;

/** What a practice records of an adult without diabetes: weight, blood pressure, and now and then glucose and a score. */
final class Prevention {

    private static final int THREE_YEARS_IN_MONTHS = 36;

    private final Chart chart;
    private final Dice dice;
    private final Habit habit;

    Prevention(Chart chart) {
        this.chart = chart;
        dice = chart.dice();
        habit = Habit.of(dice);
    }

    void ofNormalWeight() {
        body(20.0, 26.5);
        bloodPressure();
        normalGlucose();
        findrisc(2, 8);
    }

    void ofOverweight() {
        body(28.2, 29.7);
        bloodPressure();
        normalGlucose();
        findrisc(6, 11);
    }

    void ofObesity() {
        body(30.2, 35.5);
        bloodPressure();
        normalGlucose();
        findrisc(7, 11);
    }

    void body(double lowestIndex, double highestIndex) {
        chart.findings().body(dice.between(lowestIndex, highestIndex), dice.between(20, 900));
    }

    void bloodPressure() {
        habit.daysSince(12, dice)
                .ifPresent(days -> chart.findings().bloodPressure(dice.between(108, 136), dice.between(62, 84), days));
    }

    void normalGlucose() {
        habit.daysSince(THREE_YEARS_IN_MONTHS, dice)
                .ifPresent(days -> chart.findings().measure(Measurement.GLUCOSE, dice.between(4.4, 5.7), days));
    }

    void findrisc(int lowest, int highest) {
        habit.daysSince(THREE_YEARS_IN_MONTHS, dice).ifPresent(days -> score(dice.between(lowest, highest), days));
    }

    void score(int value, int days) {
        chart.findings().score("findrisc", "FINDRISC", value, days);
    }
}
