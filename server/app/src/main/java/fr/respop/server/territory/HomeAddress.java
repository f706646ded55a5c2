package fr.respop.server.territory;

import static java.time.temporal.TemporalAdjusters.lastDayOfMonth;
import static java.time.temporal.TemporalAdjusters.lastDayOfYear;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Address.AddressType;
import org.hl7.fhir.r4.model.Address.AddressUse;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Patient;

/** Where a resident lives, of all the addresses that a Patient may carry. */
final class HomeAddress {

    /** The uses of an address that is not, or no longer, or only for a while, where one lives. */
    private static final Set<AddressUse> ELSEWHERE =
            Set.of(AddressUse.OLD, AddressUse.TEMP, AddressUse.BILLING, AddressUse.WORK);

    private static final Set<String> FRANCE = Set.of("FR", "FRA", "FRANCE");

    private static final Comparator<Address> HOME_FIRST_AND_MERELY_POSTAL_LAST = Comparator.<Address, Boolean>comparing(
                    address -> address.getUse() != AddressUse.HOME)
            .thenComparing(address -> address.getType() == AddressType.POSTAL);

    private HomeAddress() {}

    /** The postal code of the home on a day; empty if none is given or the home is abroad. */
    static Optional<String> postalCodeOf(Patient resident, LocalDate day) {
        return resident.getAddress().stream()
                .filter(address -> !address.hasUse() || !ELSEWHERE.contains(address.getUse()))
                .filter(address -> isInUse(address, day))
                .filter(address -> address.hasPostalCode() || !isInFrance(address))
                .min(HOME_FIRST_AND_MERELY_POSTAL_LAST)
                .filter(HomeAddress::isInFrance)
                .map(Address::getPostalCode);
    }

    private static boolean isInFrance(Address address) {
        return !address.hasCountry()
                || FRANCE.contains(address.getCountry().trim().toUpperCase(Locale.ROOT));
    }

    private static boolean isInUse(Address address, LocalDate day) {
        var period = address.getPeriod();
        var started = !period.hasStart() || !firstDay(period.getStartElement()).isAfter(day);
        var ended = period.hasEnd() && lastDay(period.getEndElement()).isBefore(day);
        return started && !ended;
    }

    private static LocalDate firstDay(DateTimeType date) {
        return switch (date.getPrecision()) {
            case YEAR -> LocalDate.of(date.getYear(), 1, 1);
            case MONTH -> LocalDate.of(date.getYear(), date.getMonth() + 1, 1);
            default -> LocalDate.of(date.getYear(), date.getMonth() + 1, date.getDay());
        };
    }

    /** An end given as a year or a month means until the end of it. */
    private static LocalDate lastDay(DateTimeType date) {
        return switch (date.getPrecision()) {
            case YEAR -> firstDay(date).with(lastDayOfYear());
            case MONTH -> firstDay(date).with(lastDayOfMonth());
            default -> firstDay(date);
        };
    }
}
