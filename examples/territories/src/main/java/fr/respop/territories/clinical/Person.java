package fr.respop.territories.clinical;

import java.time.LocalDate;
import java.time.Period;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;

/** Who a history is about, as far as medicine is concerned. */
public record Person(AdministrativeGender sex, LocalDate birthDate) {

    /** Age in whole years on the day of evaluation. */
    public int age() {
        return Period.between(birthDate, Calendar.EVALUATION).getYears();
    }

    boolean isFemale() {
        return sex == AdministrativeGender.FEMALE;
    }
}
