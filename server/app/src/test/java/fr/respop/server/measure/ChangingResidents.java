package fr.respop.server.measure;

import fr.respop.server.FhirHttp;
import fr.respop.server.objection.SyntheticObjection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Address.AddressUse;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;

/** A small territory whose residents are written to again and again, in any way that a client can. */
final class ChangingResidents {

    private static final int RESIDENTS = 40;
    private static final String POSTAL_CODE = "99971";
    private static final String ELSEWHERE = "99972";
    private static final String BASE = "https://respop.org/fhir/";

    /** Whose a result is, if it is not the one of its own number. */
    private final Map<Integer, Integer> owners = new HashMap<>();

    static List<Resource> population() {
        var territory = new Organization().setName("Changing").setActive(true);
        territory.setId("changing");
        territory
                .addType()
                .addCoding()
                .setSystem(BASE + "CodeSystem/respop-organization-type")
                .setCode("territory");
        territory.addExtension(BASE + "StructureDefinition/respop-postal-code", new StringType(POSTAL_CODE));
        var group = new Group().setActual(false).setType(Group.GroupType.PERSON).setActive(true);
        group.setId("changing-diabetes");
        group.addCharacteristic()
                .setCode(characteristic("territory"))
                .setValue(new Reference("Organization/changing"))
                .setExclude(false);
        group.addCharacteristic()
                .setCode(characteristic("programme"))
                .setValue(new CodeableConcept(new Coding(BASE + "CodeSystem/respop-programme", "diabetes", null)))
                .setExclude(false);
        return List.of(territory, group);
    }

    private static CodeableConcept characteristic(String code) {
        return new CodeableConcept(new Coding(BASE + "CodeSystem/respop-group-characteristic", code, null));
    }

    static Bundle residents() {
        var random = new Random(0);
        var resources = new ArrayList<Resource>();
        IntStream.range(0, RESIDENTS).forEach(number -> {
            resources.add(resident(number, POSTAL_CODE));
            if (random.nextInt(3) > 0) {
                resources.add(diabetes(number));
            }
            resources.add(result(number, number, 5 + random.nextInt(60) / 10.0, random));
        });
        return transaction(resources);
    }

    /** A transaction that fails for its last entry. */
    static Bundle refusedTransaction() {
        var bundle = transaction(List.of(diabetes(1), diabetes(2)));
        bundle.addEntry().getRequest().setMethod(HTTPVerb.PUT).setUrl("Condition/nothing");
        return bundle;
    }

    /**
     * One write of any kind.
     *
     * @return the references of the residents whose records it may change
     */
    Set<String> write(FhirHttp fhir, Random random) {
        int number = random.nextInt(RESIDENTS);
        switch (random.nextInt(10)) {
            case 0 -> fhir.put("Condition/changing-" + number, diabetes(number)).isStored();
            case 1 -> fhir.delete("Condition/changing-" + number).hasStatus(200);
            case 2 -> {
                fhir.delete("Observation/changing-" + number).hasStatus(200);
                return references(ownerOf(number));
            }
            case 3 ->
                fhir.put("Patient/changing-" + number, resident(number, ELSEWHERE))
                        .isStored();
            case 4 ->
                fhir.put("Patient/changing-" + number, resident(number, POSTAL_CODE))
                        .isStored();
            case 5 -> {
                int other = random.nextInt(RESIDENTS);
                fhir.put("Observation/changing-" + number, result(number, other, 9.5, random))
                        .isStored();
                int before = ownerOf(number);
                owners.put(number, other);
                return references(before, other);
            }
            case 6 ->
                fhir.put("Consent/objection-changing-" + number, SyntheticObjection.of("changing-" + number))
                        .isStored();
            case 7 -> fhir.delete("Consent/objection-changing-" + number).hasStatus(200);
            case 8 ->
                fhir.post(
                                "",
                                transaction(List.of(
                                        resident(RESIDENTS, POSTAL_CODE), diabetes(RESIDENTS), diabetes(number))))
                        .hasStatus(200);
            default -> {
                fhir.put(
                                "Patient/changing-briefly",
                                resident(RESIDENTS + 1, POSTAL_CODE).setId("changing-briefly"))
                        .isStored();
                fhir.delete("Patient/changing-briefly").hasStatus(200);
                return Set.of("Patient/changing-briefly");
            }
        }
        return references(number, RESIDENTS);
    }

    /** Those whom another test left elsewhere move back, and nobody objects any more. */
    static void moveHere(FhirHttp fhir) {
        var forgotten = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        IntStream.range(0, RESIDENTS)
                .forEach(number -> forgotten
                        .addEntry()
                        .getRequest()
                        .setMethod(HTTPVerb.DELETE)
                        .setUrl("Consent/objection-changing-" + number));
        fhir.post("", forgotten).hasStatus(200);
        move(fhir, IntStream.range(0, RESIDENTS), true);
    }

    /** Residents move into the territory or out of it. */
    static void move(FhirHttp fhir, IntStream numbers, boolean isHere) {
        var moved = numbers.mapToObj(number -> resident(number, isHere ? POSTAL_CODE : ELSEWHERE))
                .toList();
        fhir.post("", transaction(moved)).hasStatus(200);
    }

    /** All of them, as a search takes them. */
    static String references() {
        return IntStream.range(0, RESIDENTS)
                .mapToObj(number -> "Patient/changing-" + number)
                .collect(Collectors.joining(","));
    }

    private int ownerOf(int result) {
        return owners.getOrDefault(result, result);
    }

    private static Set<String> references(int... residents) {
        return Arrays.stream(residents)
                .mapToObj(number -> "Patient/changing-" + number)
                .collect(Collectors.toSet());
    }

    private static Patient resident(int number, String postalCode) {
        var resident = new Patient();
        resident.setId("changing-" + number);
        resident.setBirthDateElement(new DateType(1940 + number % 50 + "-06-15"));
        resident.addAddress().setUse(AddressUse.HOME).setPostalCode(postalCode).setCountry("FRA");
        return resident;
    }

    private static Condition diabetes(int number) {
        var condition = new Condition().setSubject(new Reference("Patient/changing-" + number));
        condition.setId("changing-" + number);
        condition.setRecordedDateElement(new DateTimeType("2020-01-01"));
        condition.setVerificationStatus(new CodeableConcept(
                new Coding("http://terminology.hl7.org/CodeSystem/condition-ver-status", "confirmed", null)));
        condition
                .getClinicalStatus()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/condition-clinical")
                .setCode("active");
        condition
                .getCode()
                .addCoding()
                .setSystem("http://hl7.org/fhir/sid/icd-10")
                .setCode("E11.9");
        return condition;
    }

    private static Observation result(int number, int resident, double percent, Random random) {
        var result = new Observation()
                .setStatus(Observation.ObservationStatus.FINAL)
                .setSubject(new Reference("Patient/changing-" + resident))
                .setEffective(new DateTimeType("2025-0" + (1 + random.nextInt(9)) + "-15"))
                .setValue(new Quantity()
                        .setValue(percent)
                        .setUnit("%")
                        .setSystem("http://unitsofmeasure.org")
                        .setCode("%"));
        result.setId("changing-" + number);
        result.getCode().addCoding().setSystem("http://loinc.org").setCode("4548-4");
        return result;
    }

    private static Bundle transaction(List<? extends Resource> resources) {
        var bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        resources.forEach(resource -> bundle.addEntry()
                .setResource(resource)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(resource.fhirType() + "/" + resource.getIdElement().getIdPart()));
        return bundle;
    }
}
