package fr.respop.server.measure;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hl7.fhir.r4.model.Address.AddressUse;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Generates residents, the same at every run, who differ in all that the measures look at. */
final class ForeignResidents {

    static final int COUNT = 40;
    static final String POSTAL_CODE = "99871";

    private static final List<String> DRUGS = List.of("A10BA02", "C03CA01");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Random random = new Random(4);
    private final List<Resource> resources = new ArrayList<>();

    private ForeignResidents() {}

    /** The residents with their records, and the medications that they share. */
    static List<Resource> generate() {
        var generator = new ForeignResidents();
        DRUGS.forEach(generator::medication);
        for (int i = 0; i < COUNT; i++) {
            generator.resident(i);
        }
        return generator.resources;
    }

    static String id(int resident) {
        return "foreign-%02d".formatted(resident);
    }

    private void resident(int number) {
        var patient = new Patient();
        if (random.nextInt(8) > 0) {
            patient.setGender(random.nextBoolean() ? AdministrativeGender.FEMALE : AdministrativeGender.MALE);
        }
        patient.setBirthDateElement(
                new DateType(LocalDate.of(1935 + random.nextInt(60), 1 + random.nextInt(12), 1 + random.nextInt(28))
                        .toString()));
        patient.addAddress().setUse(AddressUse.HOME).setPostalCode(POSTAL_CODE).setCountry("FRA");
        patient.setId("Patient/" + id(number));
        resources.add(patient);

        var self = new Reference("Patient/" + id(number));
        if (random.nextInt(10) < 7) {
            condition(self, random.nextBoolean() ? "E11.9" : "E11");
        }
        if (random.nextInt(10) < 3) {
            condition(self, "I10");
        }
        repeat(4, () -> stay(self));
        repeat(3, () -> result(self));
        repeat(2, () -> procedure(self));
        repeat(1, () -> coverage(self));
        repeat(1, () -> prescription(self));
    }

    private void repeat(int most, Runnable action) {
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            action.run();
        }
    }

    private void condition(Reference subject, String code) {
        var condition = new Condition().setSubject(subject);
        condition
                .getCode()
                .addCoding()
                .setSystem("http://hl7.org/fhir/sid/icd-10")
                .setCode(code);
        condition
                .getClinicalStatus()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/condition-clinical")
                .setCode("active");
        add(condition);
    }

    private void stay(Reference subject) {
        var start = moment();
        var stay = new Encounter()
                .setSubject(subject)
                .setStatus(
                        random.nextInt(10) > 0
                                ? Encounter.EncounterStatus.FINISHED
                                : Encounter.EncounterStatus.CANCELLED);
        stay.getClass_()
                .setSystem("http://terminology.hl7.org/CodeSystem/v3-ActCode")
                .setCode(List.of("IMP", "AMB", "EMER").get(random.nextInt(3)));
        stay.getPeriod()
                .setStartElement(dateTime(start))
                .setEndElement(dateTime(start.plusDays(random.nextInt(9)).plusHours(1 + random.nextInt(10))));
        add(stay);
    }

    private void result(Reference subject) {
        var result = new Observation()
                .setStatus(Observation.ObservationStatus.FINAL)
                .setSubject(subject)
                .setEffective(dateTime(moment()))
                .setValue(new Quantity()
                        .setValue((50 + random.nextInt(50)) / 10.0)
                        .setUnit("%")
                        .setSystem("http://unitsofmeasure.org")
                        .setCode("%"));
        result.getCode().addCoding().setSystem("http://loinc.org").setCode("4548-4");
        add(result);
    }

    private void procedure(Reference subject) {
        var procedure = new Procedure()
                .setStatus(Procedure.ProcedureStatus.COMPLETED)
                .setSubject(subject)
                .setPerformed(dateTime(moment()));
        procedure.getCode().setText("Procedure");
        add(procedure);
    }

    private void coverage(Reference subject) {
        add(new Coverage()
                .setStatus(random.nextInt(4) > 0 ? Coverage.CoverageStatus.ACTIVE : Coverage.CoverageStatus.CANCELLED)
                .setBeneficiary(subject)
                .addPayor(new Reference().setDisplay("CPAM")));
    }

    private void prescription(Reference subject) {
        add(new MedicationRequest()
                .setStatus(MedicationRequest.MedicationRequestStatus.ACTIVE)
                .setIntent(MedicationRequest.MedicationRequestIntent.ORDER)
                .setSubject(subject)
                .setMedication(new Reference("Medication/foreign-" + DRUGS.get(random.nextInt(DRUGS.size())))));
    }

    private void medication(String atc) {
        var medication = new Medication();
        medication.getCode().addCoding().setSystem("http://www.whocc.no/atc").setCode(atc);
        medication.setId("Medication/foreign-" + atc);
        resources.add(medication);
    }

    /** Most often in 2025, else in the quarter before or after. */
    private LocalDateTime moment() {
        return LocalDate.of(2024, 10, 1).plusDays(random.nextInt(547)).atTime(random.nextInt(24), random.nextInt(60));
    }

    private static DateTimeType dateTime(LocalDateTime time) {
        return new DateTimeType(java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                time.withSecond(1).atZone(PARIS)));
    }

    private void add(Resource resource) {
        resource.setId(resource.fhirType() + "/foreign-" + resources.size());
        resources.add(resource);
    }
}
