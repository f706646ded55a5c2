package fr.respop.server.objection;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.FhirHttp;
import fr.respop.server.ServerTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which objections are stored, and how they are found. */
@ServerTest
class ObjectionIT {

    private static final String RESIDENT = "objecting";

    private final FhirHttp fhir;
    private final Consent objection = SyntheticObjection.of(RESIDENT);

    @Autowired
    ObjectionIT(FhirHttp fhir) {
        this.fhir = fhir;
    }

    @BeforeEach
    void store() {
        fhir.put("Patient/" + RESIDENT, "{\"resourceType\":\"Patient\",\"id\":\"" + RESIDENT + "\"}")
                .isStored();
        fhir.put("Consent/" + objection.getId(), objection.copy().setStatus(ConsentState.INACTIVE))
                .isStored();
    }

    @Test
    void anObjectionIsFoundWhileItIsActive() {
        assertThat(found()).isEmpty();

        written(objection);
        assertThat(found()).containsExactly("Consent/" + objection.getId());

        written(objection.setStatus(ConsentState.INACTIVE));
        assertThat(found()).isEmpty();
    }

    /** Neither the consent to a programme nor the refusal of a treatment is an objection. */
    @Test
    void otherConsentsAreNoObjections() {
        var consent = SyntheticObjection.of(RESIDENT);
        consent.getMeta().getProfile().clear();
        consent.getProvision().setType(ConsentProvisionType.PERMIT);
        written(consent);
        assertThat(found()).isEmpty();

        var refusal = SyntheticObjection.of(RESIDENT);
        refusal.getMeta().getProfile().clear();
        refusal.getScope().getCodingFirstRep().setCode("treatment");
        refusal.getProvision().addPurpose().setCode("TREAT");
        written(refusal);
        assertThat(found()).isEmpty();
    }

    @Test
    void anObjectionThatWouldNotBeFollowedIsRefused() {
        var ofPeople = objection.copy();
        ofPeople.getProvision().addActor().setReference(new Reference("Patient/" + RESIDENT));
        refused(ofPeople, IssueType.NOTSUPPORTED, "Leave this element out");

        var ofPurpose = objection.copy();
        ofPurpose.getProvision().addPurpose().setCode("HRESCH");
        refused(ofPurpose, IssueType.NOTSUPPORTED, "whole programme");

        var withExceptions = objection.copy();
        withExceptions.getProvision().addProvision().setType(ConsentProvisionType.PERMIT);
        refused(withExceptions, IssueType.NOTSUPPORTED, "whole programme");

        assertThat(found()).isEmpty();
    }

    /** An id that one of this server has, too. */
    @Test
    void anObjectionIsOfAResidentOfThisServer() {
        refused(objection.copy().setPatient(null), IssueType.REQUIRED, "Patient/<id>");
        for (var elsewhere : List.of("https://elsewhere.example.org/fhir/Patient/" + RESIDENT, "Group/" + RESIDENT)) {
            refused(objection.copy().setPatient(new Reference(elsewhere)), IssueType.REQUIRED, "Patient/<id>");
        }
        assertThat(found()).isEmpty();
    }

    @Test
    void aResidentMayComeWithTheObjection() {
        var bundle = new Bundle().setType(BundleType.TRANSACTION);
        bundle.addEntry()
                .setFullUrl("urn:uuid:5c2a7a4e-0d0f-4a43-9f0e-5d1f0b7c9a11")
                .setResource(new Patient())
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl("Patient");
        var its = objection.copy().setPatient(new Reference("urn:uuid:5c2a7a4e-0d0f-4a43-9f0e-5d1f0b7c9a11"));
        its.setId((String) null);
        bundle.addEntry().setResource(its).getRequest().setMethod(HTTPVerb.POST).setUrl("Consent");

        var stored = fhir.post("", bundle).hasStatus(200).as(Bundle.class).getEntry();

        var resident = new IdType(stored.get(0).getResponse().getLocation()).getIdPart();
        assertThat(fhir.get("Consent?respop-objection=deny&patient=Patient/" + resident)
                        .as(Bundle.class)
                        .getEntry())
                .hasSize(1);
    }

    @Test
    void anObjectionBeginsWhenItIsStored() {
        var today = LocalDate.now(ZoneId.of("Europe/Paris"));

        refused(beginning(today.plusDays(1)), IssueType.BUSINESSRULE, "on that day");
        written(beginning(today));
        assertThat(found()).hasSize(1);
    }

    @Test
    void theProfileIsChecked() {
        var other = objection.copy();
        other.getScope().getCodingFirstRep().setCode("treatment");

        assertThat(fhir.put("Consent/" + objection.getId(), other)
                        .hasStatus(422)
                        .body())
                .contains("Consent.scope");
    }

    private Consent beginning(LocalDate day) {
        var later = objection.copy();
        later.getProvision().getPeriod().setStartElement(new DateTimeType(day.toString()));
        return later;
    }

    private void written(Consent consent) {
        fhir.put("Consent/" + objection.getId(), consent).isStored();
    }

    /** Whether or not it claims the profile. */
    private void refused(Consent consent, IssueType code, String... text) {
        consent.getMeta().getProfile().clear();
        fhir.put("Consent/" + objection.getId(), consent).isRefusal(422, code, text);
        consent.setId((String) null);
        fhir.post("Consent", consent).isRefusal(422, code, text);
    }

    private List<String> found() {
        return fhir
                .get("Consent?respop-objection=deny&patient=Patient/" + RESIDENT)
                .hasStatus(200)
                .as(Bundle.class)
                .getEntry()
                .stream()
                .map(entry -> entry.getResource()
                        .getIdElement()
                        .toUnqualifiedVersionless()
                        .getValue())
                .toList();
    }
}
