package fr.respop.territories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Immunization.ImmunizationStatus;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/** What the demonstration's histories show, whoever lives them. */
class StoriesTest {

    private static final List<Resource> RESOURCES = new TerritoryGenerator(
                    Territory.byId("aube-et-sezannais"), 100, TerritoryGenerator.DEMONSTRATION_SEED)
            .residents()
            .flatMap(resident -> resident.resources().stream())
            .toList();

    @Test
    void diagnosesComeInTheFrenchAndTheInternationalCode() {
        assertThat(codes(Condition.class, Condition::getCode))
                .anyMatch(code -> hasCoding(code, "https://smt.esante.gouv.fr/terminologie-cim-10", "E11.98")
                        && hasCoding(code, "http://hl7.org/fhir/sid/icd-10", "E11.9"));
    }

    @Test
    void someSendersWriteCodesWithoutDotUnderOtherNames() {
        assertThat(codes(Condition.class, Condition::getCode))
                .anyMatch(code ->
                        !code.getCodingFirstRep().getSystem().equals("https://smt.esante.gouv.fr/terminologie-cim-10")
                                && code.getCodingFirstRep().getCode().matches("E11[0-9]{2}"));
    }

    @Test
    void someLaboratoriesReportOtherUnits() {
        assertThat(units("59261-8")).isNotEmpty().containsOnly("mmol/mol");
        assertThat(units("1558-6")).isNotEmpty().containsOnly("g/L");
        assertThat(units("9318-7")).isNotEmpty().containsOnly("mg/g");
        assertThat(units("4548-4")).isNotEmpty().containsOnly("%");
    }

    @Test
    void someResultsWereCancelledAndSomeDiagnosesWithdrawn() {
        assertThat(of(Observation.class)).anyMatch(result -> result.getStatus() == ObservationStatus.CANCELLED);
        assertThat(of(Condition.class))
                .anyMatch(condition -> condition.getVerificationStatus().hasCoding()
                        && hasCode(condition.getVerificationStatus(), "entered-in-error")
                        && condition.getClinicalStatus().isEmpty());
    }

    @Test
    void someOldDiagnosesAreKnownToTheMonthOnly() {
        assertThat(of(Condition.class))
                .anyMatch(condition ->
                        condition.getRecordedDateElement().getValueAsString().length() == 7);
    }

    @Test
    void someFollowUpIsRefused() {
        assertThat(of(Immunization.class)).anyMatch(vaccine -> vaccine.getStatus() == ImmunizationStatus.NOTDONE);
        assertThat(of(Procedure.class)).anyMatch(act -> act.getStatus() == ProcedureStatus.NOTDONE);
    }

    @Test
    void staysAreAdmittedThroughTheEmergencyDepartmentOrPlanned() {
        assertThat(of(Encounter.class).filter(Encounter::hasHospitalization))
                .anyMatch(stay -> hasCode(stay.getHospitalization().getAdmitSource(), "85"))
                .anyMatch(stay -> hasCode(stay.getHospitalization().getAdmitSource(), "8"))
                .allMatch(stay -> stay.getDiagnosis().stream()
                                .filter(diagnosis -> hasCode(diagnosis.getUse(), "DP"))
                                .count()
                        == 1);
    }

    @Test
    void visitsNameTheFollowUpTheyServe() {
        assertThat(of(Encounter.class).filter(encounter -> !encounter.hasHospitalization()))
                .allMatch(visit -> visit.getClass_().getCode().equals("AMB") && visit.hasType())
                .anyMatch(visit -> hasCode(visit.getTypeFirstRep(), "gp-visit"))
                .anyMatch(visit -> hasCode(visit.getTypeFirstRep(), "cardio-visit"));
    }

    @Test
    void heartFailureIsKnownByDiagnosesAndByStays() {
        assertThat(codes(Condition.class, Condition::getCode))
                .anyMatch(code -> hasCoding(code, "https://smt.esante.gouv.fr/terminologie-cim-10", "I50.1"))
                .anyMatch(code -> code.getCodingFirstRep().getCode().equals("I501"));
        assertThat(principalDiagnoses()).contains("I50.1", "J81");
    }

    @Test
    void classesOfHeartFailureAreAnswersOrNumbers() {
        var classes = of(Observation.class)
                .filter(result -> hasCoding(result.getCode(), "http://loinc.org", "88020-3"))
                .toList();

        assertThat(classes)
                .anyMatch(result -> result.hasValueCodeableConcept()
                        && hasCoding(result.getValueCodeableConcept(), "http://loinc.org", "LA28405-1"))
                .anyMatch(result -> result.hasValueIntegerType()
                        && result.getValueIntegerType().getValue() == 1);
    }

    @Test
    void natriureticPeptidesAndEjectionFractionsComeInTwoForms() {
        assertThat(units("33762-6")).isNotEmpty().containsOnly("ng/L");
        assertThat(units("33763-4")).isNotEmpty().containsOnly("pmol/L");
        assertThat(units("10230-1")).isNotEmpty().containsOnly("%");
        assertThat(units("18043-0")).isNotEmpty().containsOnly("%");
    }

    @Test
    void residentsMeasureTheirWeightThemselves() {
        assertThat(of(Observation.class).filter(result -> hasCoding(result.getCode(), "http://loinc.org", "29463-7")))
                .anyMatch(weight -> weight.getSubject()
                        .getReference()
                        .equals(weight.getPerformerFirstRep().getReference()))
                .anyMatch(weight -> hasCode(weight.getMethod(), "self-measured"))
                .anyMatch(weight ->
                        weight.getPerformer().isEmpty() && weight.getMethod().isEmpty());
    }

    @Test
    void someDrugsAreGivenIntoAVein() {
        assertThat(of(MedicationAdministration.class))
                .anyMatch(given -> hasCode(given.getMedicationCodeableConcept(), "L01DB03"))
                .allMatch(given -> hasCode(given.getDosage().getRoute(), "IV"));
    }

    /** A year of such a drug would tell of a diabetes that the resident does not have. */
    @Test
    void drugsOfDiabetesAndHeartFailureAreNewInResidentsWithoutDiabetes() {
        var diabetics = of(Condition.class)
                .filter(condition ->
                        condition.getCode().getCodingFirstRep().getCode().startsWith("E1"))
                .map(condition -> condition.getSubject().getReference())
                .collect(Collectors.toSet());
        var deliveries = of(MedicationDispense.class)
                .filter(delivery -> hasCode(delivery.getMedicationCodeableConcept(), "A10BK01"))
                .collect(
                        Collectors.groupingBy(delivery -> delivery.getSubject().getReference(), Collectors.counting()));
        deliveries.keySet().removeAll(diabetics);

        assertThat(deliveries).isNotEmpty();
        assertThat(deliveries.values()).containsOnly(2L);
    }

    @Test
    void noResourceCarriesANarrative() {
        assertThat(RESOURCES)
                .allMatch(resource -> !(resource instanceof DomainResource domain)
                        || domain.getText().isEmpty());
    }

    private static List<String> units(String loincCode) {
        return of(Observation.class)
                .filter(result -> hasCoding(result.getCode(), "http://loinc.org", loincCode))
                .map(result -> result.getValueQuantity().getCode())
                .toList();
    }

    private static List<String> principalDiagnoses() {
        var conditions = of(Condition.class)
                .collect(Collectors.toMap(
                        condition -> "Condition/" + condition.getIdPart(),
                        condition -> condition.getCode().getCodingFirstRep().getCode()));
        return of(Encounter.class)
                .flatMap(stay -> stay.getDiagnosis().stream())
                .filter(diagnosis -> hasCode(diagnosis.getUse(), "DP"))
                .map(diagnosis -> conditions.get(diagnosis.getCondition().getReference()))
                .toList();
    }

    private static <T extends Resource> List<CodeableConcept> codes(Class<T> type, Function<T, CodeableConcept> code) {
        return of(type).map(code).toList();
    }

    private static <T extends Resource> Stream<T> of(Class<T> type) {
        return RESOURCES.stream().filter(type::isInstance).map(type::cast);
    }

    private static boolean hasCoding(CodeableConcept concept, String system, String code) {
        return concept.getCoding().stream()
                .anyMatch(coding -> system.equals(coding.getSystem()) && code.equals(coding.getCode()));
    }

    private static boolean hasCode(CodeableConcept concept, String code) {
        return concept.getCoding().stream().anyMatch(coding -> code.equals(coding.getCode()));
    }
}
