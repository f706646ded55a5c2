package fr.respop.server.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import fr.respop.server.FhirHttp;
import fr.respop.server.ServerTest;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class LocalStoreIT {

    private final FhirHttp fhir;
    private final LocalStore store;
    private final TransactionTemplate transaction;

    @Autowired
    LocalStoreIT(FhirHttp fhir, LocalStore store, PlatformTransactionManager transactions) {
        this.fhir = fhir;
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whoever meets it tries again, or tells a client so: it is no failure of the server. */
    @Test
    void aWriteThatMeetsAnotherIsAConflict() {
        fhir.put("Patient/met", patient(AdministrativeGender.OTHER)).isStored();

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    var read = store.find(Patient.class, "met").orElseThrow();
                    fhir.put("Patient/met", patient(AdministrativeGender.FEMALE))
                            .isStored();
                    read.setId("Patient/met");
                    store.put(read.setGender(AdministrativeGender.MALE));
                }))
                .isInstanceOf(ResourceVersionConflictException.class);

        assertThat(fhir.get("Patient/met").as(Patient.class).getGender()).isEqualTo(AdministrativeGender.FEMALE);
    }

    private static Patient patient(AdministrativeGender gender) {
        var patient = new Patient().setGender(gender);
        patient.setId("met");
        return patient;
    }
}
