package fr.respop.server.cdshooks;

import fr.respop.server.FhirHttp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;

/** A resident of a test, whose data are stored or sent. */
final class CdsResident {

    static final String ITEMS = "https://respop.org/fhir/CodeSystem/respop-follow-up-item";
    static final String NABM = "https://smt.esante.gouv.fr/terminologie-nabm";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String id = "cds-resident-" + NUMBER.incrementAndGet();

    String id() {
        return id;
    }

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Paris"));
    }

    void store(FhirHttp fhir, Resource... resources) {
        for (var resource : resources) {
            fhir.put(resource.fhirType() + "/" + resource.getIdElement().getIdPart(), resource)
                    .isStored();
        }
    }

    static Practitioner practitioner() {
        var practitioner = new Practitioner().setActive(true);
        practitioner.setId("cds-gp");
        return practitioner;
    }

    Patient patient() {
        var patient = new Patient();
        patient.setId(id);
        patient.setBirthDateElement(new DateType("1955-05-05"));
        return patient;
    }

    private Reference reference() {
        return new Reference("Patient/" + id);
    }

    private static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding(system, code, null));
    }

    Condition diabetes() {
        return condition("E11.9");
    }

    Condition heartFailure() {
        return condition("I50.9");
    }

    private Condition condition(String code) {
        var condition = new Condition()
                .setSubject(reference())
                .setCode(concept("http://hl7.org/fhir/sid/icd-10", code))
                .setClinicalStatus(concept("http://terminology.hl7.org/CodeSystem/condition-clinical", "active"))
                .setVerificationStatus(
                        concept("http://terminology.hl7.org/CodeSystem/condition-ver-status", "confirmed"))
                .setRecordedDateElement(new DateTimeType("2020-01-01"));
        condition.setId(id + "-" + code.replace('.', '-'));
        return condition;
    }

    Observation hbA1c(double percent, int daysAgo) {
        return result("4548-4", percent, "%", daysAgo);
    }

    Observation gfr(double value, int daysAgo) {
        return result("62238-1", value, "mL/min/{1.73_m2}", daysAgo);
    }

    Observation ejectionFraction(double percent) {
        return result("10230-1", percent, "%", 30);
    }

    private Observation result(String loinc, double value, String unit, int daysAgo) {
        var result = new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setSubject(reference())
                .setCode(concept("http://loinc.org", loinc))
                .setEffective(new DateTimeType(today().minusDays(daysAgo).toString()))
                .setValue(new Quantity()
                        .setValue(value)
                        .setUnit(unit)
                        .setSystem("http://unitsofmeasure.org")
                        .setCode(unit));
        result.setId(id + "-" + loinc);
        return result;
    }

    /** An order that is not signed yet. */
    ServiceRequest order(String orderId, String system, String code) {
        var order = new ServiceRequest()
                .setStatus(ServiceRequestStatus.DRAFT)
                .setIntent(ServiceRequestIntent.ORDER)
                .setSubject(reference())
                .setCode(concept(system, code));
        order.setId(orderId);
        return order;
    }

    /** A prescription that is not signed yet, by its ATC code. */
    MedicationRequest drug(String orderId, String atc) {
        var drug = new MedicationRequest()
                .setStatus(MedicationRequestStatus.DRAFT)
                .setIntent(MedicationRequestIntent.ORDER)
                .setSubject(reference())
                .setMedication(concept("http://www.whocc.no/atc", atc));
        drug.setId(orderId);
        return drug;
    }
}
