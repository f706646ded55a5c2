package fr.respop.server.objection;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;

/** The objection of a resident, as a client writes it. */
public final class SyntheticObjection {

    private SyntheticObjection() {}

    /** With the id of the resident, and one more with each other suffix. */
    public static Consent of(String patientId, String suffix) {
        var objection = new Consent()
                .setStatus(ConsentState.ACTIVE)
                .setScope(concept("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy"))
                .addCategory(concept("http://loinc.org", "59284-0"))
                .setPatient(new Reference("Patient/" + patientId))
                .setDateTimeElement(new DateTimeType("2026-11-02"));
        objection.addPolicy().setUri("https://eur-lex.europa.eu/eli/reg/2016/679/oj");
        objection.setId("objection-" + patientId + suffix);
        objection.getMeta().addProfile("https://respop.org/fhir/StructureDefinition/respop-objection");
        objection.getProvision().setType(ConsentProvisionType.DENY);
        return objection;
    }

    public static Consent of(String patientId) {
        return of(patientId, "");
    }

    private static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding(system, code, null));
    }
}
