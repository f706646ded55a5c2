package fr.respop.server.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.respop.server.BackgroundRequests;
import fr.respop.server.DemonstrationTest;
import fr.respop.server.FhirHttp;
import fr.respop.server.ResidentLists;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportStatus;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whose residents are evaluated: listed in a Group, of a practitioner, of an organization. */
@DemonstrationTest
class EvaluateListsIT {

    private static final String PYRAMID =
            "Measure/DiabetesPyramid/$evaluate-measure?periodStart=2025-01-01&periodEnd=2025-12-31&";

    private final FhirHttp fhir;
    private final JdbcTemplate jdbc;
    private final ResidentLists lists;

    @Autowired
    EvaluateListsIT(FhirHttp fhir, JdbcTemplate jdbc) {
        this.fhir = fhir;
        this.jdbc = jdbc;
        this.lists = new ResidentLists(fhir);
    }

    @BeforeEach
    void storeThePractitioners() {
        lists.stored("Practitioner/lists-a", "");
        lists.stored("Practitioner/lists-b", "");
        lists.stored("PractitionerRole/lists-a-here", "\"practitioner\":{\"reference\":\"Practitioner/lists-a\"},");
        lists.stored("Organization/lists-practice", "\"name\":\"Maison de santé fictive\",");
    }

    @AfterEach
    void leaveTheResidentsAsTheyWere() {
        lists.restore();
        fhir.delete("Group?_id=lists").hasStatus(200);
    }

    @Test
    void aGroupThatListsTheTargetPopulationCountsAsTheTargetPopulation() {
        lists.group("lists", lists.members());

        var listed = report("subject=Group/lists");

        var defined = report("subject=Group/aube-et-sezannais-diabetes");
        assertThat(listed.getGroupFirstRep().equalsDeep(defined.getGroupFirstRep()))
                .isTrue();
        assertThat(count(listed)).isEqualTo(886);
        assertThat(listed.getSubject().getReference()).isEqualTo("Group/lists");
    }

    @Test
    void membersAreThoseOfTheDayOfTheEvaluation() {
        var residents = lists.members(6);
        var members = ResidentLists.membersWith(
                residents,
                List.of(
                        "",
                        ",\"inactive\":true",
                        ",\"period\":{\"start\":\"2024\",\"end\":\"2025-12-30\"}",
                        ",\"period\":{\"end\":\"2025-12-31\"}",
                        ",\"period\":{\"start\":\"2026-01-01\"}",
                        ",\"period\":{\"start\":\"2025-12-31\"}"));
        var again = ResidentLists.membersWith(residents.subList(1, 2), List.of(",\"period\":{\"start\":\"2025\"}"));
        lists.stored("Group/lists", "\"type\":\"person\",\"actual\":true,\"member\":[" + members + "],");
        assertThat(count(report("subject=Group/lists"))).isEqualTo(3);

        lists.stored("Group/lists", "\"type\":\"person\",\"actual\":true,\"member\":[" + members + "," + again + "],");
        assertThat(count(report("subject=Group/lists"))).isEqualTo(4);
    }

    @Test
    void anEmptyGroupHasNobodyInIt() {
        lists.group("lists", List.of());

        assertThat(count(report("subject=Group/lists"))).isZero();
    }

    @Test
    void aResidentIsOfEveryPractitionerTheyNameAndOnce() {
        var residents = lists.members(5);
        lists.setGeneralPractitioners(residents.get(0), "Practitioner/lists-a");
        lists.setGeneralPractitioners(residents.get(1), "Practitioner/lists-a", "Practitioner/lists-b");
        lists.setGeneralPractitioners(residents.get(2), "PractitionerRole/lists-a-here", "Practitioner/lists-a");
        lists.setGeneralPractitioners(residents.get(3), "PractitionerRole/lists-a-here");
        lists.setGeneralPractitioners(residents.get(4), "Organization/lists-practice");

        assertThat(count(report("subject=Practitioner/lists-a"))).isEqualTo(4);
        assertThat(count(report("practitioner=lists-a"))).isEqualTo(4);
        assertThat(count(report("subject=Practitioner/lists-b"))).isEqualTo(1);
        assertThat(count(report("subject=PractitionerRole/lists-a-here"))).isEqualTo(2);
        assertThat(count(report("practitioner=PractitionerRole/lists-a-here"))).isEqualTo(2);
        assertThat(count(report("subject=Organization/lists-practice"))).isEqualTo(1);
        assertThat(report("practitioner=Practitioner/lists-a").getSubject().getReference())
                .isEqualTo("Practitioner/lists-a");
    }

    @Test
    void aPractitionerBesideAnotherSubjectIsARestriction() {
        var residents = lists.members(3);
        lists.setGeneralPractitioners(residents.get(0), "Practitioner/lists-a");
        lists.setGeneralPractitioners(residents.get(1), "Practitioner/lists-a");
        lists.group("lists", residents.subList(1, 3));

        var inGroup = report("subject=Group/lists&practitioner=Practitioner/lists-a");
        assertThat(count(inGroup)).isEqualTo(1);
        assertThat(inGroup.getSubject().getReference()).isEqualTo("Group/lists");
        assertThat(inGroup.getReporter().getReference()).isEqualTo("Practitioner/lists-a");
        assertThat(count(report("subject=Group/aube-et-sezannais-diabetes&practitioner=lists-a")))
                .isEqualTo(2);
        assertThat(count(report("subject=Group/haute-saone-diabetes&practitioner=lists-a")))
                .isZero();
    }

    @Test
    void aTerritoryStandsForThoseWhoLiveThere() {
        var report = report("subject=Organization/aube-et-sezannais");

        assertThat(count(report)).isEqualTo(886);
        assertThat(report.hasSubject())
                .as("FHIR R4 has no report on an Organization")
                .isFalse();
        assertThat(report.getReporter().getReference()).isEqualTo("Organization/aube-et-sezannais");
        assertThat(count(report("subject=Organization/haute-saone"))).isZero();
    }

    @Test
    void severalMeasuresAndListsOfResidentsWork() {
        lists.setGeneralPractitioners(lists.members(1).get(0), "Practitioner/lists-a");

        var answer = fhir.get("Measure/$evaluate?measureId=DiabetesPyramid&measureId=DiabetesHbA1cFollowUp"
                        + "&practitioner=Practitioner/lists-a&periodStart=2025&periodEnd=2025")
                .hasStatus(200)
                .as(Parameters.class);
        assertThat(((Bundle) answer.getParameter("return").getResource()).getEntry())
                .extracting(entry -> count((MeasureReport) entry.getResource()))
                .containsExactly(1, 1);
        assertThat(report("reportType=subject-list&subject=Practitioner/lists-a")
                        .getContained())
                .isNotEmpty();
    }

    @Test
    void writesNothing() {
        lists.group("lists", lists.members(3));
        var before = writes();

        report("subject=Group/lists");
        report("subject=Practitioner/lists-a");

        assertThat(writes()).isEqualTo(before);
    }

    @Test
    void aServerThatStartsAgainCarriesOutWhatWasAskedForInTheBackground() {
        var residents = lists.members(2);
        lists.setGeneralPractitioners(residents.get(0), "Practitioner/lists-a");
        lists.group("lists", residents);
        var request = EvaluateMeasureRequest.of(
                "2025", "2025", "Group/lists", "Practitioner/lists-a", null, ZoneId.of("Europe/Paris"));
        var measure = new Measure().setUrl("https://respop.org/fhir/Measure/DiabetesPyramid");
        var asked = new AskedEvaluation(EvaluationOperation.EVALUATE_MEASURE, List.of(measure), request);
        var hourAgo = Instant.now().minus(Duration.ofHours(1));
        var task = BackgroundRequests.left(EvaluationTask.ask(asked, hourAgo), 1);
        var status = "Task/" + task.getIdElement().getIdPart() + "/$async-status";
        fhir.put("Task/" + task.getIdElement().getIdPart(), task).isStored();

        var report = result(status);

        assertThat(count(report)).isEqualTo(1);
        assertThat(report.getReporter().getReference()).isEqualTo("Practitioner/lists-a");
        // What is stored refers to the Group and would keep it.
        fhir.delete("Task/" + task.getIdElement().getIdPart()).hasStatus(200);
        fhir.delete("MeasureReport/" + report.getIdElement().getIdPart()).hasStatus(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    subject=Practitioner/absent                                 | 404 | not-found     | Practitioner/absent
                    practitioner=absent                                         | 404 | not-found     | Practitioner/absent
                    subject=PractitionerRole/absent                             | 404 | not-found     | PractitionerRole/absent
                    subject=Organization/absent                                 | 404 | not-found     | Organization/absent
                    subject=Group/aube-et-sezannais-diabetes&practitioner=gone  | 404 | not-found     | Practitioner/gone
                    subject=Location/x                                          | 400 | value         | Practitioner/<id>
                    practitioner=Organization/aube-et-sezannais                 | 400 | value         | PractitionerRole/<id>
                    subject=Patient/aube-et-sezannais-000187&practitioner=lists-a | 422 | not-supported | leave out practitioner
                    subject=Practitioner/lists-a&reportType=subject             | 400 | invalid       | subject=Patient/<id>
                    """)
    void refusesWhomItCannotFind(String parameters, int status, String code, String part) {
        fhir.get(PYRAMID + parameters).isRefusal(status, IssueType.fromCode(code), part);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    device     | Device/lists             | Group.type | of the type device
                    medication | Medication/lists         | Group.type | of the type medication
                    person     | Practitioner/lists-a     | Group.member.entity | no Patient
                    person     | Group/haute-saone-diabetes | Group.member.entity | list the members of a Group
                    person     | https://example.org/fhir/Patient/1 | Group.member.entity | no Patient of this server
                    """)
    void refusesAGroupOfOthersThanResidents(String type, String member, String element, String part) {
        fhir.put("Device/lists", "{\"resourceType\":\"Device\",\"id\":\"lists\"}")
                .isStored();
        fhir.put("Medication/lists", "{\"resourceType\":\"Medication\",\"id\":\"lists\"}")
                .isStored();
        lists.stored(
                "Group/lists",
                "\"type\":\"%s\",\"actual\":true,\"member\":[{\"entity\":{\"reference\":\"%s\"}}],"
                        .formatted(type, member));

        var reply = fhir.get(PYRAMID + "subject=Group/lists");

        reply.isRefusal(422, IssueType.NOTSUPPORTED, "Group/lists", part);
        assertThat(reply.body()).contains("\"" + element + "\"");
    }

    private MeasureReport report(String parameters) {
        var report = fhir.get(PYRAMID + parameters).hasStatus(200).as(MeasureReport.class);
        assertThat(report.getStatus()).isEqualTo(MeasureReportStatus.COMPLETE);
        return report;
    }

    private MeasureReport result(String status) {
        var reply = await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> fhir.get(status), answer -> answer.status() != 202);
        return (MeasureReport)
                reply.hasStatus(200).as(Bundle.class).getEntryFirstRep().getResource();
    }

    private List<Long> writes() {
        return List.of("HFJ_RESOURCE", "HFJ_RES_VER", "HFJ_SEARCH", "HFJ_SEARCH_RESULT").stream()
                .map(table -> jdbc.queryForObject("select count(*) from " + table, Long.class))
                .toList();
    }

    private static int count(MeasureReport report) {
        return report.getGroupFirstRep().getPopulationFirstRep().getCount();
    }
}
