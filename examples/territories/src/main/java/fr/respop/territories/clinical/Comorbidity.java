package fr.respop.territories.clinical;

/** What often goes with diabetes without deciding its stratum: hypertension, lipids, weight, and their drugs. */
final class Comorbidity {

    private final Chart chart;
    private final Dice dice;
    private final double bodyMassIndex;

    Comorbidity(Chart chart) {
        this.chart = chart;
        this.dice = chart.dice();
        bodyMassIndex = dice.around(29, 4, 21, 42) + dice.between(0, 0.9);
    }

    double bodyMassIndex() {
        return bodyMassIndex;
    }

    void write(boolean surelyHypertension) {
        if (dice.chance(0.7) || surelyHypertension) {
            chart.condition(Diagnosis.HYPERTENSION, dice.between(500, 6000));
            chart.deliveries(dice.chance(0.6) ? Drug.RAMIPRIL : Drug.AMLODIPINE, dice.between(340, 400), 89);
        }
        if (dice.chance(0.6)) {
            chart.condition(Diagnosis.DYSLIPIDAEMIA, dice.between(500, 5000));
            chart.deliveries(Drug.ATORVASTATIN, dice.between(340, 400), 89);
        }
        if (bodyMassIndex >= 30 && dice.chance(0.7)) {
            chart.condition(Diagnosis.OBESITY, dice.between(500, 5000));
        }
        if (dice.chance(0.12)) {
            chart.stays().planned(dice.between(40, 900), 0, Diagnosis.CATARACT, Diagnosis.TYPE_2_DIABETES);
        }
        if (dice.chance(0.08)) {
            chart.stays().unplanned(dice.between(40, 340), 6, Diagnosis.PNEUMONIA, Diagnosis.TYPE_2_DIABETES);
        }
    }
}
