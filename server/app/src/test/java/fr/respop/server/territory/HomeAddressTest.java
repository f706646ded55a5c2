package fr.respop.server.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Address.AddressType;
import org.hl7.fhir.r4.model.Address.AddressUse;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HomeAddressTest {

    private static final LocalDate DAY = LocalDate.of(2025, 6, 15);

    @Test
    void isEmptyWithoutAnAddressOrAPostalCode() {
        assertThat(HomeAddress.postalCodeOf(new Patient(), DAY)).isEmpty();
        assertThat(HomeAddress.postalCodeOf(resident(new Address().setCity("Troyes")), DAY))
                .isEmpty();
    }

    @Test
    void isTheAddressWithoutAUseIfThereIsNoHome() {
        assertThat(HomeAddress.postalCodeOf(resident(address("10000")), DAY)).contains("10000");
    }

    @Test
    void isTheHomeWhereverItStands() {
        var home = address("10000").setUse(AddressUse.HOME);

        assertThat(HomeAddress.postalCodeOf(resident(address("51120"), home), DAY))
                .contains("10000");
        assertThat(HomeAddress.postalCodeOf(resident(home, address("51120")), DAY))
                .contains("10000");
    }

    @Test
    void isWhereOneLivesRatherThanWhereMailGoes() {
        var mail = address("10005").setUse(AddressUse.HOME).setType(AddressType.POSTAL);
        var home = address("10000").setUse(AddressUse.HOME).setType(AddressType.BOTH);

        assertThat(HomeAddress.postalCodeOf(resident(mail, home), DAY)).contains("10000");
        assertThat(HomeAddress.postalCodeOf(resident(mail), DAY)).contains("10005");
    }

    @ParameterizedTest
    @EnumSource(
            value = AddressUse.class,
            names = {"OLD", "TEMP", "BILLING", "WORK"})
    void isNeverAnAddressOfAnotherUse(AddressUse use) {
        assertThat(HomeAddress.postalCodeOf(resident(address("10000").setUse(use)), DAY))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, true",
                "2025-06-15, -, true",
                "2025-06-16, -, false",
                "-, 2025-06-15, true",
                "-, 2025-06-14, false",
                "-, 2025-06, true",
                "-, 2025-05, false",
                "-, 2025, true",
                "-, 2024, false",
                "2025, 2025, true",
                "2026, -, false",
                "-, 2025-06-14T23:59:59+02:00, false",
                "2025-06-15T08:00:00+02:00, -, true"
            })
    void isInUseOnTheDay(String start, String end, boolean inUse) {
        var period = new Period();
        if (start != null) {
            period.setStartElement(new DateTimeType(start));
        }
        if (end != null) {
            period.setEndElement(new DateTimeType(end));
        }

        assertThat(HomeAddress.postalCodeOf(resident(address("10000").setPeriod(period)), DAY)
                        .isPresent())
                .isEqualTo(inUse);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FR", "FRA", "France", "FRANCE", " fr "})
    void isInFrance(String country) {
        assertThat(HomeAddress.postalCodeOf(resident(address("10000").setCountry(country)), DAY))
                .contains("10000");
    }

    @Test
    void isEmptyForAHomeAbroadEvenIfAnotherAddressIsInFrance() {
        var abroad = new Address().setUse(AddressUse.HOME).setCountry("BEL");

        assertThat(HomeAddress.postalCodeOf(resident(address("10000"), abroad), DAY))
                .isEmpty();
    }

    private static Address address(String postalCode) {
        return new Address().setPostalCode(postalCode);
    }

    private static Patient resident(Address... addresses) {
        var resident = new Patient();
        for (var address : addresses) {
            resident.addAddress(address);
        }
        return resident;
    }
}
