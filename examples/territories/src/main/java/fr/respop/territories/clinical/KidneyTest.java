package fr.respop.territories.clinical;

/** A full laboratory check [bilan biologique]: kidney function, albumin in the urine, and the lipids that go with it. */
record KidneyTest(int days, double egfr, double uacr) {

    void write(Chart chart) {
        var dice = chart.dice();
        var findings = chart.findings();
        findings.measure(Measurement.CREATININE, Kidney.creatinine(egfr, chart.person()), days);
        findings.measure(Measurement.EGFR, egfr, days);
        findings.measure(Measurement.UACR, uacr, days);

        var cholesterol = dice.between(3.6, 5.6);
        var hdl = dice.between(1.0, 1.6);
        var triglycerides = dice.between(0.8, 2.1);
        findings.measure(Measurement.CHOLESTEROL, cholesterol, days);
        findings.measure(Measurement.HDL, hdl, days);
        findings.measure(Measurement.TRIGLYCERIDES, triglycerides, days);
        // The formula of Friedewald, which laboratories use for the LDL they call calculated.
        findings.measure(Measurement.LDL, cholesterol - hdl - triglycerides / 2.2, days);
        findings.measure(Measurement.POTASSIUM, dice.between(3.8, 4.9), days);
    }
}
