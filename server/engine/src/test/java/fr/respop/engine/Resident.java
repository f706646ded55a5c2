package fr.respop.engine;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Writes the record of a resident for a test. */
final class Resident {

    private final String id;
    private final Patient patient = new Patient();
    private final List<Resource> resources = new ArrayList<>();

    private Resident(String id) {
        this.id = "Patient/" + id;
        patient.setId(this.id);
        patient.setBirthDateElement(new DateType("1957-03-02"));
        patient.addAddress().setCity("Troyes");
        resources.add(patient);
    }

    static Resident woman(String id) {
        var resident = new Resident(id);
        resident.patient.setGender(AdministrativeGender.FEMALE);
        return resident;
    }

    static Resident man(String id) {
        var resident = new Resident(id);
        resident.patient.setGender(AdministrativeGender.MALE);
        return resident;
    }

    Resident withDiabetes() {
        var condition = new Condition().setSubject(new Reference(id));
        condition
                .getCode()
                .addCoding()
                .setSystem("http://hl7.org/fhir/sid/icd-10")
                .setCode("E11.9");
        return with(condition);
    }

    Resident withHbA1c(String... times) {
        for (var time : times) {
            var result = new Observation().setSubject(new Reference(id)).setEffective(new DateTimeType(time));
            result.getCode().addCoding().setSystem("http://loinc.org").setCode("4548-4");
            with(result);
        }
        return this;
    }

    Resident withRefusal() {
        var refusal = new Procedure().setSubject(new Reference(id));
        refusal.getCode().addCoding().setSystem("http://snomed.info/sct").setCode("105480006");
        return with(refusal);
    }

    Resident withStay(String kind, String start, String end) {
        var stay = new Encounter().setSubject(new Reference(id));
        stay.getClass_().setCode(kind);
        stay.getPeriod().setStartElement(new DateTimeType(start)).setEndElement(new DateTimeType(end));
        return with(stay);
    }

    Resident withSecondAddress() {
        patient.addAddress().setCity("Reims");
        return this;
    }

    private Resident with(Resource resource) {
        resource.setId(resource.fhirType() + "/" + id.replace("Patient/", "") + "-" + resources.size());
        resources.add(resource);
        return this;
    }

    Subject subject() {
        return new Subject(id, resources);
    }
}
