package fr.respop.territories.clinical;

import org.jspecify.annotations.Nullable;

/**
 * The course of one resident's heart failure. It starts as an uneventful one with a preserved ejection fraction; a story
 * changes what it is about, and {@link #write} puts the whole of it into the chart.
 */
final class HeartFailureCourse {

    /** How the programme can know of the heart failure. */
    enum KnownBy {
        DIAGNOSIS,
        LONG_TERM_ILLNESS,
        STAYS
    }

    private static final int REDUCED = 40;

    private final Chart chart;
    private final Dice dice;
    private final HeartFollowUp.Rhythm rhythm;

    KnownBy knownBy = KnownBy.DIAGNOSIS;
    Diagnosis diagnosis = Diagnosis.HEART_FAILURE;

    @Nullable
    Integer ejectionFraction;

    @Nullable
    Integer nyha = 1;

    double ntProBnp;
    double filtration;

    @Nullable
    Drug loopDiuretic;

    boolean isTreated = true;
    boolean hasDevice;

    HeartFailureCourse(Chart chart, HeartFollowUp.Rhythm rhythm) {
        this.chart = chart;
        this.rhythm = rhythm;
        dice = chart.dice();
        ejectionFraction = dice.between(52, 64);
        ntProBnp = dice.between(180.0, 900.0);
        filtration = dice.between(62.0, 82.0);
    }

    Chart chart() {
        return chart;
    }

    Dice dice() {
        return dice;
    }

    /** A stay through the emergency department, with the visits that should follow it. */
    void stay(int days, int nights, Diagnosis principal, Diagnosis... associated) {
        chart.stays().unplanned(days, nights, principal, associated);
        var discharge = days - nights;
        if (dice.chance(0.7)) {
            chart.visit(discharge - dice.between(3, 7), FollowUpItem.GP_VISIT);
        }
        if (dice.chance(0.6)) {
            chart.visit(discharge - dice.between(9, 14), FollowUpItem.CARDIOLOGIST_VISIT);
        }
    }

    void write() {
        writeDiagnosis();
        writeCause();
        if (hasDevice) {
            chart.condition(Diagnosis.PACEMAKER, dice.between(400, 2000));
        }
        if (isTreated) {
            writeTreatment();
        }
        if (loopDiuretic != null) {
            chart.deliveries(loopDiuretic, dice.between(340, 400), 58);
        }
        new HeartFollowUp(chart, rhythm).write(this);
    }

    private void writeDiagnosis() {
        var days = dice.between(700, 3000);
        switch (knownBy) {
            case DIAGNOSIS -> chart.condition(diagnosis, days);
            case LONG_TERM_ILLNESS -> chart.longTermIllness(diagnosis, days);
            case STAYS -> {} // Only hospital stays tell of it.
        }
    }

    /** A common cause of the age, unless what is known already is one. */
    private void writeCause() {
        if (diagnosis == Diagnosis.HYPERTENSIVE_HEART_FAILURE || chart.hasDiagnosis(Diagnosis.INFARCTION)) {
            return;
        }
        var cause = cause();
        if (!chart.hasDiagnosis(cause)) {
            chart.condition(cause, dice.between(800, 4000));
        }
        switch (cause) {
            case ATRIAL_FIBRILLATION ->
                chart.deliveries(dice.chance(0.7) ? Drug.APIXABAN : Drug.WARFARIN, dice.between(340, 400), 58);
            case CORONARY_DISEASE -> once(Drug.ASPIRIN);
            default -> {} // The other causes have no drug of their own.
        }
    }

    private Diagnosis cause() {
        if (chart.person().age() <= Cohort.YOUNG_ADULTS.oldest()) {
            return Diagnosis.DILATED_CARDIOMYOPATHY;
        }
        var throwOfDice = dice.between(1, 100);
        if (throwOfDice <= 40) {
            return Diagnosis.HYPERTENSION;
        }
        if (throwOfDice <= 65) {
            return Diagnosis.CORONARY_DISEASE;
        }
        return throwOfDice <= 88 ? Diagnosis.ATRIAL_FIBRILLATION : Diagnosis.AORTIC_STENOSIS;
    }

    /** The four classes of drugs where the ejection fraction is reduced, fewer where it is not. */
    private void writeTreatment() {
        var isReduced = ejectionFraction != null && ejectionFraction <= REDUCED;
        if (!chart.hasDrug(Drug.RAMIPRIL)) {
            once(isReduced && dice.chance(0.5) ? Drug.SACUBITRIL_VALSARTAN : Drug.PERINDOPRIL);
        }
        if (!chart.hasDrug(Drug.BISOPROLOL) && (isReduced || dice.chance(0.6))) {
            once(dice.chance(0.7) ? Drug.BISOPROLOL : Drug.CARVEDILOL);
        }
        if (isReduced && dice.chance(0.7)) {
            once(Drug.SPIRONOLACTONE);
        }
        if (dice.chance(isReduced ? 0.7 : 0.3) && !chart.hasDrug(Drug.DAPAGLIFLOZIN, Drug.EMPAGLIFLOZIN)) {
            // Only just begun: a year of it would tell of a diabetes that many of these residents do not have.
            chart.delivery(Drug.DAPAGLIFLOZIN, 45, 28);
            chart.delivery(Drug.DAPAGLIFLOZIN, 17, 28);
        }
    }

    private void once(Drug drug) {
        if (!chart.hasDrug(drug)) {
            chart.deliveries(drug, dice.between(340, 400), 88);
        }
    }
}
