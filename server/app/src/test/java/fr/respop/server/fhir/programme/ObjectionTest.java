package fr.respop.server.fhir.programme;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.objection.SyntheticObjection;
import java.time.LocalDate;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectionTest {

    @Test
    void holdsWithoutAnEnd() {
        var objection = SyntheticObjection.of("a");

        assertThat(Objection.holds(objection, LocalDate.of(2099, 1, 1))).isTrue();
        assertThat(Objection.holds(objection.setStatus(ConsentState.INACTIVE), LocalDate.of(2026, 11, 2)))
                .isFalse();
        assertThat(Objection.holds(new Patient(), LocalDate.of(2026, 11, 2))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22,2026-11-22",
        "2026-11,2026-11-30",
        "2024-02,2024-02-29",
        "2026,2026-12-31",
        "2026-11-22T00:00:00+01:00,2026-11-22",
        "2026-11-22T23:59:59.999Z,2026-11-22"
    })
    void holdsUpToTheLastDayOfItsPeriod(String end, LocalDate lastDay) {
        var objection = SyntheticObjection.of("a");
        objection.getProvision().getPeriod().setEndElement(new DateTimeType(end));

        assertThat(Objection.holds(objection, lastDay)).isTrue();
        assertThat(Objection.holds(objection, lastDay.plusDays(1))).isFalse();
    }
}
