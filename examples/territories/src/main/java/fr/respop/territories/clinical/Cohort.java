package fr.respop.territories.clinical;

import java.time.LocalDate;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;

/** The people a story may happen to: an age range with its most common age, and the share of women. */
record Cohort(int youngest, int typical, int oldest, double shareOfWomen) {

    static final Cohort CHILDREN = new Cohort(0, 9, 17, 0.49);
    static final Cohort YOUNG_ADULTS = new Cohort(18, 31, 45, 0.5);
    static final Cohort YOUNG_WOMEN = new Cohort(24, 34, 42, 1);
    static final Cohort OVER_45 = new Cohort(46, 63, 95, 0.54);
    static final Cohort DIABETICS = new Cohort(38, 66, 94, 0.45);
    static final Cohort HEART_FAILURE = new Cohort(58, 78, 97, 0.5);
    static final Cohort OLD_DIABETICS = new Cohort(76, 84, 97, 0.55);

    /** Heart failure is a disease of the old; a story of the young keeps its ages. */
    Cohort withHeartFailure() {
        return oldest < HEART_FAILURE.youngest ? this : HEART_FAILURE;
    }

    /** The month is given, because it is part of what makes an identity number unique. */
    Person draw(int birthMonth, Dice dice) {
        var sex = dice.chance(shareOfWomen) ? AdministrativeGender.FEMALE : AdministrativeGender.MALE;
        var age = dice.around(typical, Math.max(2, (oldest - youngest) / 5), youngest, oldest);
        var birthDate = LocalDate.of(Calendar.EVALUATION.getYear() - age, birthMonth, dice.between(1, 28));
        return new Person(sex, birthDate);
    }
}
