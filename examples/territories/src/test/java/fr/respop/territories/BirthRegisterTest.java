package fr.respop.territories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.respop.territories.clinical.Person;
import java.time.LocalDate;
import java.util.HashSet;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BirthRegisterTest {

    @ParameterizedTest
    @ValueSource(strings = {"aube-et-sezannais", "cornouaille", "deux-sevres", "douaisis", "haute-saone"})
    void allResidentsOfAWholeTerritoryHaveDistinctNumbersEvenIfBornInOneYear(String id) {
        var territory = Territory.byId(id);
        var register = new BirthRegister(territory.communes(), 1);
        var numbers = new HashSet<String>();

        for (var number = 1; number <= territory.publishedPyramid().residents(); number++) {
            numbers.add(register.nir(number, woman(number)));
        }

        assertThat(numbers.size())
                .isEqualTo(territory.publishedPyramid().residents())
                .isGreaterThan(170_000);
    }

    @Test
    void theNumberNamesSexYearMonthTownAndOrder() {
        var register = new BirthRegister(Territory.byId("cornouaille").communes(), 1);

        var nir = register.nir(1 + 12 * 41, woman(1));

        assertThat(nir).startsWith("26001" + register.birthTown(1 + 12 * 41).code() + "042");
    }

    @Test
    void moreResidentsThanTheRegistersHoldAreRefused() {
        var register = new BirthRegister(Territory.byId("douaisis").communes(), 1);

        assertThatIllegalArgumentException().isThrownBy(() -> register.birthTown(500_000));
    }

    private static Person woman(int number) {
        return new Person(AdministrativeGender.FEMALE, LocalDate.of(1960, BirthRegister.birthMonth(number), 3));
    }
}
