package fr.respop.territories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Immunization.ImmunizationStatus;
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
        assertThat(of(Encounter.class))
                .anyMatch(stay -> hasCode(stay.getHospitalization().getAdmitSource(), "85"))
                .anyMatch(stay -> hasCode(stay.getHospitalization().getAdmitSource(), "8"))
                .allMatch(stay -> stay.getDiagnosis().stream()
                                .filter(diagnosis -> hasCode(diagnosis.getUse(), "DP"))
                                .count()
                        == 1);
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
