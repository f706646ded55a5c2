package fr.respop.territories.clinical;

import static fr.respop.territories.clinical.Calendar.daysAgo;
import static fr.respop.territories.clinical.Terminology.ATC;
import static fr.respop.territories.clinical.Terminology.CCAM;
import static fr.respop.territories.clinical.Terminology.RESPOP;
import static fr.respop.territories.clinical.Terminology.UCUM;
import static fr.respop.territories.clinical.Terminology.concept;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.FamilyMemberHistory;
import org.hl7.fhir.r4.model.FamilyMemberHistory.FamilyHistoryStatus;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Immunization.ImmunizationStatus;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationStatus;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationDispense.MedicationDispenseStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * The resources of one resident, in the order they are written. Everything is dated by the days that lie between it and
 * the day of evaluation.
 */
public final class Chart {

    /** Diagnoses older than this are known to the month only where data are written in the unusual form. */
    private static final int OLD_DAYS = 3 * 365;

    private static final String CONDITION_CATEGORY = "http://terminology.hl7.org/CodeSystem/condition-category";
    private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private static final String ROUTE = "http://terminology.hl7.org/CodeSystem/v2-0162";
    private static final String REFUSED = "http://terminology.hl7.org/CodeSystem/v3-ActReason";

    private final String residentId;
    private final Person person;
    private final DataForm form;
    private final Dice dice;
    private final List<Resource> resources = new ArrayList<>();
    private final Map<String, Integer> counters = new HashMap<>();
    private final Set<Drug> drugs = EnumSet.noneOf(Drug.class);
    private final Set<Diagnosis> diagnoses = EnumSet.noneOf(Diagnosis.class);
    private final Findings findings = new Findings(this);
    private final Stays stays;

    public Chart(String residentId, Person person, DataForm form, Dice dice, String hospitalId) {
        this.residentId = residentId;
        this.person = person;
        this.form = form;
        this.dice = dice;
        stays = new Stays(this, hospitalId);
    }

    public List<Resource> resources() {
        return List.copyOf(resources);
    }

    Person person() {
        return person;
    }

    DataForm form() {
        return form;
    }

    Dice dice() {
        return dice;
    }

    Findings findings() {
        return findings;
    }

    Stays stays() {
        return stays;
    }

    Reference subject() {
        return new Reference("Patient/" + residentId);
    }

    /** Whether something of this kind was kept already. */
    boolean has(String kind) {
        return counters.containsKey(kind);
    }

    /** Whether one of these drugs was delivered already. */
    boolean hasDrug(Drug... candidates) {
        return Arrays.stream(candidates).anyMatch(drugs::contains);
    }

    boolean hasDiagnosis(Diagnosis diagnosis) {
        return diagnoses.contains(diagnosis);
    }

    /** Gives the resource its id, numbered within its kind, and keeps it. */
    <T extends Resource> T keep(String kind, T resource) {
        resource.setId(residentId + "-" + kind + "-" + counters.merge(kind, 1, Integer::sum));
        resources.add(resource);
        return resource;
    }

    Condition condition(Diagnosis diagnosis, int days) {
        return condition(diagnosis, days, concept(CONDITION_CATEGORY, "problem-list-item"));
    }

    /** A long-term illness, as the health insurance grants it [affection de longue durée]. */
    void longTermIllness(Diagnosis diagnosis, int days) {
        condition(diagnosis, days, concept(RESPOP + "respop-condition-category", "ald"));
    }

    Condition condition(Diagnosis diagnosis, int days, CodeableConcept category) {
        diagnoses.add(diagnosis);
        var date = days > OLD_DAYS ? form.oldDate(daysAgo(days)) : daysAgo(days).toString();
        var condition = new Condition()
                .setClinicalStatus(concept("http://terminology.hl7.org/CodeSystem/condition-clinical", "active"))
                .setVerificationStatus(
                        concept("http://terminology.hl7.org/CodeSystem/condition-ver-status", "confirmed"))
                .addCategory(category)
                .setCode(form.code(diagnosis))
                .setSubject(subject())
                .setOnset(new DateTimeType(date))
                .setRecordedDateElement(new DateTimeType(date));
        return keep("condition", condition);
    }

    /** A diagnosis that was written into the wrong record, and withdrawn. */
    void mistakenCondition(Diagnosis diagnosis, int days) {
        condition(diagnosis, days)
                .setClinicalStatus(null)
                .setVerificationStatus(
                        concept("http://terminology.hl7.org/CodeSystem/condition-ver-status", "entered-in-error"));
    }

    void delivery(Drug drug, int days, int supplyDays) {
        drugs.add(drug);
        keep(
                "dispense",
                new MedicationDispense()
                        .setStatus(MedicationDispenseStatus.COMPLETED)
                        .setMedication(concept(ATC, drug.code, drug.label))
                        .setSubject(subject())
                        .setDaysSupply(new Quantity(supplyDays).setSystem(UCUM).setCode("d"))
                        .setWhenHandedOverElement(day(days)));
    }

    /** Deliveries at a pharmacy's rhythm, from the first until today. */
    void deliveries(Drug drug, int firstDays, int everyDays) {
        deliveries(drug, firstDays, 8, everyDays);
    }

    /** Deliveries at a pharmacy's rhythm, from the first until a treatment was stopped. */
    void deliveries(Drug drug, int firstDays, int lastDays, int everyDays) {
        for (var days = firstDays; days >= lastDays; days -= everyDays + dice.between(-3, 3)) {
            delivery(drug, days, everyDays);
        }
    }

    /** A drug given into a vein, in a day hospital or at home. */
    void infusion(Drug drug, int days) {
        var administration = new MedicationAdministration()
                .setStatus(MedicationAdministrationStatus.COMPLETED)
                .setMedication(concept(ATC, drug.code, drug.label))
                .setSubject(subject())
                .setEffective(day(days));
        administration.getDosage().setRoute(concept(ROUTE, "IV"));
        keep("infusion", administration);
    }

    void act(Act act, int days) {
        procedure(act, ProcedureStatus.COMPLETED).setPerformed(day(days));
    }

    void refusedAct(Act act, int days) {
        procedure(act, ProcedureStatus.NOTDONE)
                .setStatusReason(concept(REFUSED, "PATOBJ"))
                .setPerformed(day(days));
    }

    private Procedure procedure(Act act, ProcedureStatus status) {
        return keep(
                "act",
                new Procedure()
                        .setStatus(status)
                        .setCode(concept(CCAM, act.code, act.label))
                        .setSubject(subject()));
    }

    void vaccination(Vaccine vaccine, int days) {
        immunization(vaccine, days).setStatus(ImmunizationStatus.COMPLETED);
    }

    void refusedVaccination(Vaccine vaccine, int days) {
        immunization(vaccine, days).setStatus(ImmunizationStatus.NOTDONE).setStatusReason(concept(REFUSED, "PATOBJ"));
    }

    private Immunization immunization(Vaccine vaccine, int days) {
        return keep(
                "vaccine",
                new Immunization()
                        .setVaccineCode(concept(ATC, vaccine.code, vaccine.label))
                        .setPatient(subject())
                        .setOccurrence(day(days)));
    }

    /** A consultation at a practice, named by the items of follow-up it serves. */
    void visit(int days, FollowUpItem... items) {
        var visit = new Encounter()
                .setStatus(EncounterStatus.FINISHED)
                .setClass_(new Coding().setSystem(ACT_CODE).setCode("AMB"))
                .setSubject(subject())
                .setPeriod(new Period().setStartElement(day(days)).setEndElement(day(days)));
        for (var item : items) {
            visit.addType(concept(RESPOP + "respop-follow-up-item", item.code).setText(item.label));
        }
        keep("visit", visit);
    }

    /** A father or mother with this disease. */
    void parentWith(Diagnosis diagnosis) {
        var mother = dice.chance(0.5);
        var family = new FamilyMemberHistory()
                .setStatus(FamilyHistoryStatus.COMPLETED)
                .setPatient(subject())
                .setRelationship(concept("http://terminology.hl7.org/CodeSystem/v3-RoleCode", mother ? "MTH" : "FTH"));
        family.addCondition().setCode(DataForm.USUAL.code(diagnosis));
        keep("family", family);
    }

    private static DateTimeType day(int days) {
        return new DateTimeType(daysAgo(days).toString());
    }
}
