package fr.respop.territories.clinical;

/** Creatinine and filtration rate that belong together, by the CKD-EPI equation of 2009. */
final class Kidney {

    private static final double MICROMOLES_PER_MILLIGRAM = 88.4;

    private Kidney() {}

    /** The creatinine in µmol/L that gives this filtration rate; the equation solved backwards. */
    static double creatinine(double egfr, Person person) {
        var threshold = person.isFemale() ? 0.7 : 0.9;
        var slope = person.isFemale() ? -0.329 : -0.411;
        var factor = person.isFemale() ? 144 : 141;
        var atThreshold = factor * StrictMath.pow(0.993, person.age());
        var exponent = egfr < atThreshold ? -1.209 : slope;
        return threshold * StrictMath.pow(egfr / atThreshold, 1 / exponent) * MICROMOLES_PER_MILLIGRAM;
    }
}
