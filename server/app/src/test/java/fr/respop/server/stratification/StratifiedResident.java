package fr.respop.server.stratification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.uhn.fhir.context.FhirContext;
import fr.respop.server.FhirHttp;
import fr.respop.server.FhirReply;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
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
import org.hl7.fhir.r4.model.Type;
import org.springframework.jdbc.core.JdbcTemplate;

/** A resident of a test: what is stored of them, and what strata it leads to in the programme of diabetes. */
public final class StratifiedResident {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    static final Duration SOON = Duration.ofSeconds(30);

    private final FhirHttp fhir;
    private final String id = "stratified-" + NUMBER.incrementAndGet();

    /** With two practitioners, {@code stratifying-gp} being the resident's. */
    public StratifiedResident(FhirHttp fhir) {
        this.fhir = fhir;
        fhir.put("Practitioner/stratifying-gp", practitioner("stratifying-gp")).isStored();
        fhir.put("Practitioner/stratifying-other", practitioner("stratifying-other"))
                .isStored();
    }

    public String id() {
        return id;
    }

    public FhirReply post(String path) {
        return fhir.send(fhir.request(path).POST(BodyPublishers.noBody()));
    }

    public RiskAssessment awaitProposal(String stratum) {
        return await().atMost(SOON)
                .until(
                        () -> assessments().stream()
                                .filter(assessment -> assessment.getStatus() == RiskAssessmentStatus.PRELIMINARY)
                                .filter(assessment -> stratum(assessment).equals(stratum))
                                .toList(),
                        found -> found.size() == 1)
                .get(0);
    }

    /** Those of the programme of diabetes. */
    List<RiskAssessment> assessments() {
        return allAssessments().stream()
                .filter(assessment ->
                        assessment.getCode().getCodingFirstRep().getCode().equals("diabetes"))
                .toList();
    }

    List<RiskAssessment> allAssessments() {
        return fhir.get("RiskAssessment?subject=Patient/" + id).hasStatus(200).as(Bundle.class).getEntry().stream()
                .map(entry -> (RiskAssessment) entry.getResource())
                .toList();
    }

    List<Provenance> provenances(RiskAssessment assessment) {
        return fhir
                .get("Provenance?target=RiskAssessment/" + idOf(assessment))
                .hasStatus(200)
                .as(Bundle.class)
                .getEntry()
                .stream()
                .map(entry -> (Provenance) entry.getResource())
                .toList();
    }

    public RiskAssessment confirm(RiskAssessment proposal, String parameters) {
        return post("RiskAssessment/" + idOf(proposal) + "/$confirm?" + parameters)
                .hasStatus(200)
                .as(RiskAssessment.class);
    }

    List<String> stratify(String parameters) {
        return describe(
                post("Patient/" + id + "/$stratify" + parameters).hasStatus(200).as(Parameters.class));
    }

    static List<String> describe(Parameters answer) {
        return answer.getParameter().stream()
                .map(found -> ((Coding) part(found, "programme").getValue()).getCode() + " "
                        + ((CodeType) part(found, "outcome").getValue()).getCode())
                .toList();
    }

    /** The numbers of residents that {@code Group/$stratify} answers, by outcome and stratum. */
    static Map<String, Integer> counts(Parameters answer) {
        return answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("count"))
                .collect(Collectors.toMap(
                        count -> count.getPart().stream()
                                .map(ParametersParameterComponent::getValue)
                                .filter(CodeType.class::isInstance)
                                .map(Type::primitiveValue)
                                .collect(Collectors.joining(" ")),
                        count -> ((IntegerType) part(count, "residents").getValue()).getValue()));
    }

    static String stratumIn(Parameters answer) {
        return stratum((RiskAssessment)
                part(answer.getParameterFirstRep(), "assessment").getResource());
    }

    static ParametersParameterComponent part(ParametersParameterComponent parameter, String name) {
        return parameter.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    RiskAssessment read(RiskAssessment assessment) {
        return fhir.get("RiskAssessment/" + idOf(assessment)).hasStatus(200).as(RiskAssessment.class);
    }

    static String stratum(RiskAssessment assessment) {
        return assessment
                .getPredictionFirstRep()
                .getQualitativeRisk()
                .getCodingFirstRep()
                .getCode();
    }

    public static String idOf(Resource resource) {
        return resource.getIdElement().getIdPart();
    }

    static String path(Resource resource) {
        return resource.fhirType() + "/" + idOf(resource);
    }

    /** In one transaction: nothing is proposed in between. */
    public void store(Resource... resources) {
        var transaction = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        for (var resource : resources) {
            transaction
                    .addEntry()
                    .setResource(resource)
                    .getRequest()
                    .setMethod(Bundle.HTTPVerb.PUT)
                    .setUrl(path(resource));
        }
        fhir.post("", transaction).hasStatus(200);
    }

    /** Gives a stored resource a body that HAPI reads and an evaluation refuses. */
    void spoil(JdbcTemplate jdbc, Resource resource) {
        var body = FhirContext.forR4Cached()
                .newJsonParser()
                .encodeResourceToString(resource)
                .replaceFirst("\\{", "{\"nonsense\":true,");
        var rows = jdbc.update("""
                update HFJ_RES_VER set RES_TEXT_VC = ? where RES_ID =
                    (select RES_ID from HFJ_RESOURCE where RES_TYPE = ? and FHIR_ID = ?)""", body, resource.fhirType(), idOf(resource));
        assertThat(rows).isEqualTo(1);
    }

    public static Practitioner practitioner(String practitionerId) {
        var practitioner = new Practitioner().setActive(true);
        practitioner.setId(practitionerId);
        return practitioner;
    }

    public Patient patient() {
        var resident = new Patient();
        resident.setId(id);
        resident.setBirthDateElement(new DateType("1955-05-05"));
        resident.addGeneralPractitioner(new Reference("Practitioner/stratifying-gp"));
        return resident;
    }

    public Condition diabetes() {
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

    static void verification(Condition condition, String code) {
        condition.setVerificationStatus(new CodeableConcept(
                new Coding("http://terminology.hl7.org/CodeSystem/condition-ver-status", code, null)));
    }

    public Observation hbA1c(double percent) {
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
