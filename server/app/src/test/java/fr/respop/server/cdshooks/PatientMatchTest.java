package fr.respop.server.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.respop.server.fhir.Refusal;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatientMatchTest {

    private static final String NIR = "urn:oid:1.2.250.1.213.1.4.10";
    private static final String OTHER_NIR = "urn:oid:1.2.250.1.213.1.4.11";

    @ParameterizedTest
    @ValueSource(strings = {"Patient/1", "Patient/1/_history/2", "https://gp.example/fhir/Patient/1"})
    void isOfThePatientThatItRefersTo(String reference) {
        assertThatCode(() -> require(new Observation().setSubject(new Reference(reference))))
                .doesNotThrowAnyException();
        assertThatCode(() -> require(new Immunization().setPatient(new Reference(reference))))
                .doesNotThrowAnyException();
        assertThatCode(() -> require(new Coverage().setBeneficiary(new Reference(reference))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Patient/2", "Patient/11", "Group/1", "1", "#1", "urn:uuid:1", "https://gp.example/fhir/Group/1"
            })
    void isOfNobodyElse(String reference) {
        assertThatThrownBy(() -> require(new Observation().setSubject(new Reference(reference))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void isNotOfThePatientWhoOnlyPerformedIt() {
        var result = new Observation().setSubject(new Reference("Patient/2")).addPerformer(new Reference("Patient/1"));

        assertThatThrownBy(() -> require(result)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> require(new Observation())).isInstanceOf(Refusal.class);
    }

    @Test
    void knowsWhatIsOfNobody() {
        assertThat(PatientMatch.isOfSomebody(new Practitioner())).isFalse();
        assertThat(PatientMatch.isOfSomebody(new Appointment())).isFalse();
        assertThat(PatientMatch.isOfSomebody(new Observation())).isTrue();
        assertThat(PatientMatch.isOfSomebody(new Patient())).isTrue();
    }

    @Test
    void tellsTwoPeopleByTheirNationalIdentifiers() {
        assertThat(PatientMatch.areDifferentPeople(patient(NIR, "1"), patient(NIR, "2")))
                .isTrue();
        assertThat(PatientMatch.areDifferentPeople(patient(NIR, "1"), patient(NIR, "1")))
                .isFalse();
        assertThat(PatientMatch.areDifferentPeople(patient(NIR, "1"), patient(OTHER_NIR, "2")))
                .isFalse();
        assertThat(PatientMatch.areDifferentPeople(patient(NIR, "1"), new Patient()))
                .isFalse();
        assertThat(PatientMatch.areDifferentPeople(
                        patient("https://local.example", "1"), patient("https://local.example", "2")))
                .isFalse();
    }

    private static void require(Resource resource) {
        PatientMatch.require(resource, "1", "prefetch.x");
    }

    private static Patient patient(String system, String value) {
        var patient = new Patient();
        patient.addIdentifier().setSystem(system).setValue(value);
        return patient;
    }
}
