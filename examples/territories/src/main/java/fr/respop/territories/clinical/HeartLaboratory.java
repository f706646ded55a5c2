package fr.respop.territories.clinical;

/** What a laboratory measures in one blood sample of a resident whose heart is followed. */
record HeartLaboratory(Chart chart, int days) {

    /** Electrolytes and kidney function. */
    void electrolytes(double filtration) {
        var dice = chart.dice();
        var findings = chart.findings();
        var measured = filtration + dice.between(-1.5, 1.5);
        findings.measure(Measurement.SODIUM, dice.between(136.0, 143.0), days);
        findings.measure(Measurement.POTASSIUM, dice.between(3.8, 4.9), days);
        findings.measure(Measurement.CREATININE, Kidney.creatinine(measured, chart.person()), days);
        findings.measure(Measurement.EGFR, measured, days);
    }

    /** Blood count, iron, thyroid, lipids, and the HbA1c of those who have none as diabetics. */
    void yearlyCheck() {
        var dice = chart.dice();
        var findings = chart.findings();
        findings.measure(Measurement.HAEMOGLOBIN, dice.between(11.6, 15.2), days);
        findings.measure(Measurement.FERRITIN, dice.between(45.0, 320.0), days);
        findings.measure(Measurement.TRANSFERRIN_SATURATION, dice.between(14.0, 34.0), days);
        findings.measure(Measurement.TSH, dice.between(0.6, 3.8), days);
        findings.measure(Measurement.LDL, dice.between(1.5, 3.4), days);
        if (!chart.has(Measurement.HBA1C.id)) {
            findings.measure(Measurement.HBA1C, dice.between(5.1, 5.6), days);
        }
    }
}
