package fr.respop.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.engine.content.Content;
import fr.respop.engine.content.ContentSource;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results of subjects, kept from one evaluation to the next. */
class KeptResultsTest {

    private static final List<MeasureEvaluation> REQUESTS = List.of(
            Reports.request(TestMeasure.proportion().stratifier("gender", "Gender of Women"), ReportType.POPULATION),
            Reports.request(TestMeasure.cohort().stratifier("results", "Result Count"), ReportType.POPULATION));

    private static final List<Subject> SUBJECTS = Reports.subjects(
            Resident.woman("1").withDiabetes().withHbA1c("2025-02-01", "2025-08-01"),
            Resident.woman("2").withDiabetes().withHbA1c("2025-02-01"),
            Resident.man("3").withDiabetes().withRefusal(),
            Resident.man("4").withDiabetes().withHbA1c("2025-02-01", "2025-08-01"),
            Resident.man("5").withHbA1c("2025-02-01", "2025-08-01"),
            Resident.woman("6"));

    @Test
    void giveTheSameReportsAsTheRecords() {
        var fresh = evaluate(REQUESTS, SUBJECTS);
        var first = SUBJECTS.stream().map(Remembering::unknown).toList();

        assertSame(evaluate(REQUESTS, first), fresh);
        var second = first.stream().map(Remembering::again).toList();
        assertSame(evaluate(REQUESTS, second), fresh);

        assertThat(first).allSatisfy(subject -> assertThat(subject.isRead).isTrue());
        assertThat(second).allSatisfy(subject -> assertThat(subject.isRead).isFalse());
    }

    @Test
    void sayWhoIsNoMember() {
        var members = REQUESTS.stream()
                .map(request -> request.ofMembers(new Membership(CheckContent.CHECK, "Is Woman")))
                .toList();
        var fresh = evaluate(members, SUBJECTS);
        var first = SUBJECTS.stream().map(Remembering::unknown).toList();

        assertSame(evaluate(members, first), fresh);
        assertSame(evaluate(members, first.stream().map(Remembering::again).toList()), fresh);

        assertThat(first.get(2).results).containsValue(SubjectResult.NO_MEMBER);
        assertThat(Reports.counts(fresh.get(0))).containsEntry("initial-population", 2);
    }

    @Test
    void areNoneOfASubjectThatFails() {
        var request = List.of(
                Reports.request(TestMeasure.cohort().stratifier("troyes", "Lives in Troyes"), ReportType.POPULATION));
        var subjects = Reports.subjects(Resident.woman("1"), Resident.woman("2").withSecondAddress()).stream()
                .map(Remembering::unknown)
                .toList();

        evaluate(request, subjects);

        assertThat(subjects.get(0).results).hasSize(1);
        assertThat(subjects.get(1).results).isEmpty();
    }

    @Test
    void haveAKeyThatAnythingThatDecidesThemChanges() {
        var request = REQUESTS.get(0);
        var key = key(request);

        assertThat(key(REQUESTS.get(0))).isEqualTo(key);
        assertThat(List.of(
                        key(REQUESTS.get(1)),
                        key(MeasureEvaluation.of(
                                request.measure(),
                                MeasurementPeriod.of("2024", "2024", ZoneId.of("Europe/Paris")),
                                ReportType.POPULATION)),
                        key(MeasureEvaluation.of(
                                request.measure(),
                                MeasurementPeriod.of("2025", "2025", ZoneId.of("UTC")),
                                ReportType.POPULATION)),
                        key(request.ofMembers(new Membership(CheckContent.CHECK, "Is Woman"))),
                        key(request.ofMembers(new Membership(CheckContent.CHECK, "Numerator")))))
                .doesNotHaveDuplicates()
                .doesNotContain(key);
    }

    @Test
    void haveAnotherKeyWithAnotherTextOrOtherCodes() {
        var key = key(REQUESTS.get(0));

        assertThat(keyWith(REQUESTS.get(0), "CheckElements", resource -> {
                    var content = ((Library) resource).getContentFirstRep();
                    var text = new String(content.getData(), StandardCharsets.UTF_8);
                    content.setData((text + "\n// changed\n").getBytes(StandardCharsets.UTF_8));
                }))
                .isNotEqualTo(key);
        assertThat(keyWith(
                        REQUESTS.get(0),
                        "type-2-diabetes",
                        resource -> ((ValueSet) resource)
                                .getCompose()
                                .getIncludeFirstRep()
                                .addConcept()
                                .setCode("E11.99")))
                .isNotEqualTo(key);
        assertThat(keyWith(REQUESTS.get(0), "type-2-diabetes", resource -> {}))
                .as("the same content, read again")
                .isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUBJECT_LIST", "SUBJECT"})
    void areNotKeptForReportsThatTellOfSubjects(ReportType type) {
        assertThat(keys(Reports.request(TestMeasure.proportion(), type))).containsExactly(Optional.empty());
    }

    @Test
    void areNotKeptWithParametersOrSupplementalData() {
        assertThat(keys(REQUESTS.get(0).withParameters(Map.of("Results Wanted", 3))))
                .containsExactly(Optional.empty());
        assertThat(keys(Reports.request(
                        TestMeasure.cohort().supplementalData("results", "Result Count"), ReportType.POPULATION)))
                .containsExactly(Optional.empty());
    }

    private static String key(MeasureEvaluation request) {
        return keys(request).get(0).orElseThrow();
    }

    private static List<Optional<String>> keys(MeasureEvaluation request) {
        return new PopulationEvaluator(CheckContent.CONTENT, Reports.SETTINGS).resultKeys(List.of(request));
    }

    private static String keyWith(MeasureEvaluation request, String id, Consumer<Resource> change) {
        var resources = CheckContent.all();
        resources.stream()
                .filter(resource -> id.equals(resource.getIdElement().getIdPart()))
                .forEach(change);
        return new PopulationEvaluator(new Content(ContentSource.of(resources)), Reports.SETTINGS)
                .resultKeys(List.of(request))
                .get(0)
                .orElseThrow();
    }

    private static List<MeasureReport> evaluate(
            List<MeasureEvaluation> requests, List<? extends SubjectRecord> subjects) {
        try (var source = SubjectSource.of(subjects)) {
            return new PopulationEvaluator(CheckContent.CONTENT, Reports.SETTINGS).evaluate(requests, source);
        }
    }

    private static void assertSame(List<MeasureReport> reports, List<MeasureReport> expected) {
        assertThat(reports.stream().map(Reports::json).toList())
                .isEqualTo(expected.stream().map(Reports::json).toList());
    }

    private static final class Remembering implements RememberingRecord {

        private final Subject subject;
        private final Optional<List<SubjectResult>> known;
        private final Map<Integer, SubjectResult> results = new TreeMap<>();
        private boolean isRead;

        private Remembering(Subject subject, Optional<List<SubjectResult>> known) {
            this.subject = subject;
            this.known = known;
        }

        static Remembering unknown(Subject subject) {
            return new Remembering(subject, Optional.empty());
        }

        Remembering again() {
            return new Remembering(subject, Optional.of(new ArrayList<>(results.values())));
        }

        @Override
        public String id() {
            return subject.id();
        }

        @Override
        public List<Resource> resources() {
            isRead = true;
            return subject.resources();
        }

        @Override
        public Optional<List<SubjectResult>> known() {
            return known;
        }

        @Override
        public void remember(int measure, SubjectResult result) {
            results.put(measure, result);
        }
    }
}
