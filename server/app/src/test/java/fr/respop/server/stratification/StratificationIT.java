package fr.respop.server.stratification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.respop.server.FhirHttp;
import fr.respop.server.FhirReply;
import fr.respop.server.ServerTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Of the programme of diabetes: from data to a proposal, and from a proposal to the practitioner's decision. */
@ServerTest
class StratificationIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Duration SOON = Duration.ofSeconds(30);

    private final FhirHttp fhir;
    private final String id = "stratified-" + NUMBER.incrementAndGet();

    @Autowired
    StratificationIT(FhirHttp fhir) {
        this.fhir = fhir;
    }

    @BeforeEach
    void practitioners() {
        fhir.put("Practitioner/stratifying-gp", practitioner("stratifying-gp")).isStored();
        fhir.put("Practitioner/stratifying-other", practitioner("stratifying-other"))
                .isStored();
    }

    @Test
    void aResidentWhoseDataComeInIsProposedAStratum() {
        store(resident(), diabetes());

        var proposal = awaitProposal("diabetes-2");

        assertThat(proposal.getStatus()).isEqualTo(RiskAssessmentStatus.PRELIMINARY);
        assertThat(proposal.getPredictionFirstRep().getRationale()).isEqualTo("D2.6");
        assertThat(proposal.getExtensionByUrl("https://respop.org/fhir/StructureDefinition/respop-provisional")
                        .getValue()
                        .primitiveValue())
                .isEqualTo("true");
        assertThat(proposal.getBasis()).extracting(Reference::getReference).contains("Condition/" + id);
        assertThat(proposal.getExtensionsByUrl("https://respop.org/fhir/StructureDefinition/respop-missing-data"))
                .hasSize(6);
    }

    @Test
    void newDataChangeTheProposalAndSayHow() {
        store(resident(), diabetes());
        var first = awaitProposal("diabetes-2");

        store(hbA1c(6.2));
        var second = awaitProposal("diabetes-1");

        assertThat(read(first).getStatus()).isEqualTo(RiskAssessmentStatus.CANCELLED);
        assertThat(second.getExtensionByUrl("https://respop.org/fhir/StructureDefinition/respop-previous-assessment")
                        .getValue())
                .isInstanceOfSatisfying(
                        Reference.class,
                        previous -> assertThat(previous.getReference()).isEqualTo("RiskAssessment/" + idOf(first)));
        assertThat(second.getNoteFirstRep().getText())
                .isEqualTo("Strate : 2 → 1 ; critères disparus : D2.6 ; données reçues : hba1c ; plus provisoire"
                        + " · Stratum: 2 → 1; criteria gone: D2.6; data received: hba1c; no longer provisional");
    }

    @Test
    void whatChangesNothingWritesNothing() {
        store(resident(), diabetes());
        var proposal = awaitProposal("diabetes-2");

        store(diabetes());

        assertThat(stratify("")).containsExactly("diabetes unchanged", "heart-failure unchanged");
        assertThat(assessments())
                .singleElement()
                .satisfies(only -> assertThat(only.getMeta().getVersionId())
                        .isEqualTo(proposal.getMeta().getVersionId()));
    }

    @Test
    void aDryRunShowsAndStoresNothing() {
        store(resident(), diabetes(), hbA1c(6.2));
        awaitProposal("diabetes-1");
        store(hbA1c(9.7));

        var answer = post("Patient/" + id + "/$stratify?programme=diabetes&dryRun=true")
                .hasStatus(200)
                .as(Parameters.class);

        assertThat(describe(answer)).containsAnyOf("diabetes proposed", "diabetes unchanged");
        assertThat(stratumIn(answer)).isEqualTo("diabetes-2");
    }

    @Test
    void whoLeavesThePopulationIsNoLongerProposedAStratum() {
        store(resident(), diabetes());
        var proposal = awaitProposal("diabetes-2");

        fhir.delete("Condition/" + id).hasStatus(200);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(read(proposal).getStatus()).isEqualTo(RiskAssessmentStatus.CANCELLED));
        assertThat(read(proposal).getNoteFirstRep().getText()).contains("No longer in the target population");
        assertThat(read(proposal).hasPerformer()).isFalse();
    }

    @Test
    void thePractitionerConfirms() {
        store(resident(), diabetes(), hbA1c(6.2));
        var proposal = awaitProposal("diabetes-1");

        var confirmed = confirm(proposal, "practitioner=Practitioner/stratifying-gp");

        assertThat(confirmed.getStatus()).isEqualTo(RiskAssessmentStatus.FINAL);
        assertThat(confirmed.getPerformer().getReference()).isEqualTo("Practitioner/stratifying-gp");
        assertThat(provenances(confirmed)).singleElement().satisfies(provenance -> {
            assertThat(provenance.getAgentFirstRep().getWho().getReference()).isEqualTo("Practitioner/stratifying-gp");
            assertThat(provenance.getTargetFirstRep().getReference())
                    .isEqualTo("RiskAssessment/" + idOf(proposal) + "/_history/2");
            assertThat(provenance.getEntityFirstRep().getWhat().getReference())
                    .isEqualTo("RiskAssessment/" + idOf(proposal) + "/_history/1");
        });
        assertThat(stratify("?programme=diabetes")).containsExactly("diabetes unchanged");
        assertThat(assessments()).hasSize(1);
    }

    @Test
    void thePractitionerCorrectsAndIsNotAskedAgainForTheSame() {
        store(resident(), diabetes(), hbA1c(6.2));
        var proposal = awaitProposal("diabetes-1");

        var corrected = confirm(
                proposal,
                "practitioner=Practitioner/stratifying-gp&decision=correct&stratum=diabetes-3&reason=Neuropathy%20on%20examination");

        assertThat(stratum(corrected)).isEqualTo("diabetes-3");
        assertThat(corrected
                        .getExtensionByUrl("https://respop.org/fhir/StructureDefinition/respop-computed-stratum")
                        .getValue())
                .isInstanceOfSatisfying(
                        Coding.class, computed -> assertThat(computed.getCode()).isEqualTo("diabetes-1"));
        assertThat(corrected.getNote())
                .last()
                .satisfies(note -> assertThat(note.getText()).isEqualTo("Neuropathy on examination"));
        assertThat(stratify("?programme=diabetes")).containsExactly("diabetes unchanged");

        store(hbA1c(9.7));
        awaitProposal("diabetes-2");
        assertThat(read(proposal).getStatus()).isEqualTo(RiskAssessmentStatus.FINAL);
    }

    @Test
    void aRejectedProposalIsNotMadeAgain() {
        store(resident(), diabetes(), hbA1c(6.2));
        var proposal = awaitProposal("diabetes-1");

        var rejected = confirm(
                proposal, "practitioner=Practitioner/stratifying-gp&decision=reject&reason=Diabetes%20not%20confirmed");

        assertThat(rejected.getStatus()).isEqualTo(RiskAssessmentStatus.CANCELLED);
        assertThat(stratify("?programme=diabetes")).containsExactly("diabetes unchanged");
        assertThat(assessments()).hasSize(1);
    }

    @Test
    void onlyAPractitionerOfTheResidentDecides() {
        store(resident(), diabetes());
        var proposal = awaitProposal("diabetes-2");

        post("RiskAssessment/" + idOf(proposal) + "/$confirm?practitioner=Practitioner/stratifying-other")
                .isRefusal(403, IssueType.FORBIDDEN, "Only a general practitioner");
        store(resident().setGeneralPractitioner(List.of()));
        post("RiskAssessment/" + idOf(proposal) + "/$confirm?practitioner=Practitioner/stratifying-gp")
                .isRefusal(422, IssueType.BUSINESSRULE, "has no general practitioner");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            decision=confirm                                                                      | practitioner
            practitioner=Patient/x                                                                | practitioner
            practitioner=Practitioner/stratifying-gp&decision=maybe                               | decision
            practitioner=Practitioner/stratifying-gp&decision=reject                              | reason
            practitioner=Practitioner/stratifying-gp&decision=correct&reason=none                 | stratum
            practitioner=Practitioner/stratifying-gp&stratum=diabetes-1                           | stratum
            """)
    void aDecisionThatIsNotUnderstoodIsRefused(String parameters, String element) {
        assertThat(post("RiskAssessment/whatever/$confirm?" + parameters)
                        .hasStatus(400)
                        .body())
                .contains("\"" + element + "\"");
    }

    @Test
    void aDecisionOnWhatIsNoOpenProposalIsRefused() {
        store(resident(), diabetes());
        var proposal = awaitProposal("diabetes-2");
        var decision = "/$confirm?practitioner=Practitioner/stratifying-gp";

        post("RiskAssessment/unknown" + decision).isRefusal(404, IssueType.NOTFOUND, "RiskAssessment");
        post("RiskAssessment/" + idOf(proposal) + decision + "&decision=correct&reason=error&stratum=heart-failure-2")
                .isRefusal(422, IssueType.CODEINVALID, "stratum");
        post("RiskAssessment/" + idOf(proposal) + decision).hasStatus(200);
        post("RiskAssessment/" + idOf(proposal) + decision).isRefusal(409, IssueType.CONFLICT, "final already");
    }

    @Test
    void ofTwoDecisionsAtOnceOneHolds() {
        store(resident(), diabetes());
        var proposal = awaitProposal("diabetes-2");

        var statuses = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> post("RiskAssessment/" + idOf(proposal)
                                + "/$confirm?practitioner=Practitioner/stratifying-gp")
                        .status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(statuses).containsExactly(200, 409, 409, 409);
        assertThat(provenances(proposal)).hasSize(1);
    }

    @Test
    void aWriteByRestObeysTheSameRules() {
        store(resident(), diabetes());
        var proposal = awaitProposal("diabetes-2");
        var path = "RiskAssessment/" + idOf(proposal);

        fhir.put(path, proposal.copy().setStatus(RiskAssessmentStatus.FINAL))
                .isRefusal(422, IssueType.REQUIRED, "as the performer");
        fhir.put(
                        path,
                        proposal.copy()
                                .setStatus(RiskAssessmentStatus.FINAL)
                                .setPerformer(new Reference("Practitioner/stratifying-other")))
                .isRefusal(403, IssueType.FORBIDDEN, "Only a general practitioner");
        fhir.put(path, proposal.copy().setStatus(RiskAssessmentStatus.AMENDED))
                .isRefusal(422, IssueType.BUSINESSRULE, "becomes final (confirmed)");
        var confirmed = proposal.copy()
                .setStatus(RiskAssessmentStatus.FINAL)
                .setPerformer(new Reference("Practitioner/stratifying-gp"));
        fhir.put(path, confirmed).isStored();
        assertThat(provenances(proposal)).hasSize(1);
        fhir.put(path, proposal).isRefusal(409, IssueType.CONFLICT, "final and stays so");
    }

    @Test
    void aBadRequestToStratifyIsRefused() {
        post("Patient/nobody/$stratify").isRefusal(404, IssueType.NOTFOUND, "Patient/nobody");
        store(resident());
        post("Patient/" + id + "/$stratify?programme=asthma").isRefusal(422, IssueType.CODEINVALID, "programme");
        post("Group/nothing/$stratify").isRefusal(404, IssueType.NOTFOUND, "Group/nothing");
    }

    private FhirReply post(String path) {
        return fhir.send(fhir.request(path).POST(BodyPublishers.noBody()));
    }

    private RiskAssessment awaitProposal(String stratum) {
        return await().atMost(SOON)
                .until(
                        () -> assessments().stream()
                                .filter(assessment -> assessment.getStatus() == RiskAssessmentStatus.PRELIMINARY)
                                .filter(assessment -> stratum(assessment).equals(stratum))
                                .toList(),
                        found -> found.size() == 1)
                .get(0);
    }

    private List<RiskAssessment> assessments() {
        return fhir.get("RiskAssessment?subject=Patient/" + id).hasStatus(200).as(Bundle.class).getEntry().stream()
                .map(entry -> (RiskAssessment) entry.getResource())
                .filter(assessment ->
                        assessment.getCode().getCodingFirstRep().getCode().equals("diabetes"))
                .toList();
    }

    private List<Provenance> provenances(RiskAssessment assessment) {
        return fhir
                .get("Provenance?target=RiskAssessment/" + idOf(assessment))
                .hasStatus(200)
                .as(Bundle.class)
                .getEntry()
                .stream()
                .map(entry -> (Provenance) entry.getResource())
                .toList();
    }

    private RiskAssessment confirm(RiskAssessment proposal, String parameters) {
        return post("RiskAssessment/" + idOf(proposal) + "/$confirm?" + parameters)
                .hasStatus(200)
                .as(RiskAssessment.class);
    }

    private List<String> stratify(String parameters) {
        return describe(
                post("Patient/" + id + "/$stratify" + parameters).hasStatus(200).as(Parameters.class));
    }

    private static List<String> describe(Parameters answer) {
        return answer.getParameter().stream()
                .map(found -> ((Coding) part(found, "programme").getValue()).getCode() + " "
                        + ((CodeType) part(found, "outcome").getValue()).getCode())
                .toList();
    }

    private static String stratumIn(Parameters answer) {
        return stratum((RiskAssessment)
                part(answer.getParameterFirstRep(), "assessment").getResource());
    }

    private static ParametersParameterComponent part(ParametersParameterComponent parameter, String name) {
        return parameter.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private RiskAssessment read(RiskAssessment assessment) {
        return fhir.get("RiskAssessment/" + idOf(assessment)).hasStatus(200).as(RiskAssessment.class);
    }

    private static String stratum(RiskAssessment assessment) {
        return assessment
                .getPredictionFirstRep()
                .getQualitativeRisk()
                .getCodingFirstRep()
                .getCode();
    }

    private static String idOf(Resource resource) {
        return resource.getIdElement().getIdPart();
    }

    private void store(Resource... resources) {
        for (var resource : resources) {
            fhir.put(resource.fhirType() + "/" + idOf(resource), resource).isStored();
        }
    }

    private static Practitioner practitioner(String practitionerId) {
        var practitioner = new Practitioner().setActive(true);
        practitioner.setId(practitionerId);
        return practitioner;
    }

    private Patient resident() {
        var resident = new Patient();
        resident.setId(id);
        resident.setBirthDateElement(new DateType("1955-05-05"));
        resident.addGeneralPractitioner(new Reference("Practitioner/stratifying-gp"));
        return resident;
    }

    private Condition diabetes() {
        var condition = new Condition().setSubject(new Reference("Patient/" + id));
        condition.setId(id);
        condition.setRecordedDateElement(new DateTimeType("2020-01-01"));
        condition
                .getClinicalStatus()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/condition-clinical")
                .setCode("active");
        verification(condition, "confirmed");
        condition
                .getCode()
                .addCoding()
                .setSystem("http://hl7.org/fhir/sid/icd-10")
                .setCode("E11.9");
        return condition;
    }

    private static void verification(Condition condition, String code) {
        condition.setVerificationStatus(new CodeableConcept(
                new Coding("http://terminology.hl7.org/CodeSystem/condition-ver-status", code, null)));
    }

    private Observation hbA1c(double percent) {
        var result = new Observation()
                .setStatus(Observation.ObservationStatus.FINAL)
                .setSubject(new Reference("Patient/" + id))
                .setEffective(new DateTimeType(
                        LocalDate.now(ZoneOffset.UTC).minusDays(20).toString()))
                .setValue(new Quantity()
                        .setValue(percent)
                        .setUnit("%")
                        .setSystem("http://unitsofmeasure.org")
                        .setCode("%"));
        result.setId(id);
        result.getCode().addCoding().setSystem("http://loinc.org").setCode("4548-4");
        return result;
    }
}
