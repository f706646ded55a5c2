package fr.respop.territories.clinical;

import static fr.respop.territories.clinical.Calendar.daysAgo;
import static fr.respop.territories.clinical.Terminology.RESPOP;
import static fr.respop.territories.clinical.Terminology.concept;

import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;

/** Hospital stays, as hospitals report them [séjours PMSI]. */
final class Stays {

    private static final String PROFILE = "https://respop.org/fhir/StructureDefinition/respop-stay";
    private static final String FR_PROFILE = "https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-encounter";
    private static final String IDENTIFIER_TYPE = "https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-identifier-type";
    private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private static final String CONDITION_CATEGORY = "http://terminology.hl7.org/CodeSystem/condition-category";

    /** Entry from home through the emergency department, in the two characters of the PMSI. */
    private static final String EMERGENCY = "85";

    private static final String HOME = "8";

    private final Chart chart;
    private final String hospitalId;

    Stays(Chart chart, String hospitalId) {
        this.chart = chart;
        this.hospitalId = hospitalId;
    }

    void unplanned(int startDays, int nights, Diagnosis principal, Diagnosis... associated) {
        stay(startDays, nights, EMERGENCY, principal, associated);
    }

    void planned(int startDays, int nights, Diagnosis principal, Diagnosis... associated) {
        stay(startDays, nights, HOME, principal, associated);
    }

    private void stay(int startDays, int nights, String admission, Diagnosis principal, Diagnosis... associated) {
        var encounter = new Encounter()
                .setStatus(EncounterStatus.FINISHED)
                .setClass_(new Coding().setSystem(ACT_CODE).setCode(nights == 0 ? "AMB" : "IMP"))
                .setSubject(chart.subject())
                .setPeriod(period(startDays, startDays - nights))
                .setServiceProvider(new Reference("Organization/" + hospitalId));
        encounter.getMeta().addProfile(PROFILE).addProfile(FR_PROFILE);
        encounter
                .getHospitalization()
                .setAdmitSource(concept(RESPOP + "respop-pmsi-mode", admission))
                .setDischargeDisposition(concept(RESPOP + "respop-pmsi-mode", HOME));
        diagnosed(encounter, principal, "DP", startDays);
        for (var diagnosis : associated) {
            diagnosed(encounter, diagnosis, "DAS", startDays);
        }
        // The conditions come first: a server that checks references can take the resources in this order.
        chart.keep("stay", encounter);
        encounter.addIdentifier(visitNumber(encounter.getIdPart()));
    }

    private void diagnosed(Encounter encounter, Diagnosis diagnosis, String use, int days) {
        var condition = chart.condition(diagnosis, days, concept(CONDITION_CATEGORY, "encounter-diagnosis"));
        encounter
                .addDiagnosis()
                .setCondition(new Reference("Condition/" + condition.getIdPart()))
                .setUse(concept(RESPOP + "respop-diagnosis-use", use));
    }

    private Identifier visitNumber(String value) {
        return new Identifier()
                .setType(concept(IDENTIFIER_TYPE, "VN"))
                .setSystem("https://respop.org/fhir/sid/" + hospitalId + "-stay")
                .setValue(value);
    }

    private static Period period(int startDays, int endDays) {
        return new Period()
                .setStartElement(new DateTimeType(daysAgo(startDays).toString()))
                .setEndElement(new DateTimeType(daysAgo(endDays).toString()));
    }
}
