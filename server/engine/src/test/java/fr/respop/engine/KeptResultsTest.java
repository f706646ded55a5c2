package fr.respop.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.engine.content.Content;
import fr.respop.engine.content.ContentSource;
import fr.respop.engine.report.Combination;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
        var first = SUBJECTS.stream().map(Remembering::new).toList();

        assertSame(evaluate(REQUESTS, first), fresh);
        assertSame(evaluate(REQUESTS, new MixedSource(first, List.of())), fresh);
        assertSame(evaluate(REQUESTS, new MixedSource(first.subList(0, 2), SUBJECTS.subList(2, 6))), fresh);
    }

    @Test
    void countSupplementalDataThatAreSimpleValues() {
        var requests = List.of(
                Reports.request(
                        TestMeasure.cohort().supplementalData("results", "Result Count"), ReportType.POPULATION),
                Reports.request(
                        TestMeasure.cohort().supplementalData("conditions", "Diabetes Conditions"),
                        ReportType.POPULATION));
        var fresh = evaluate(requests, SUBJECTS);
        var first = SUBJECTS.stream().map(Remembering::new).toList();
        evaluate(requests, first);

        assertThat(first)
                .allSatisfy(subject -> assertThat(subject.results)
                        .as("resources are no values to count by")
                        .containsOnlyKeys(0));
        assertSame(evaluate(requests.subList(0, 1), new MixedSource(first, List.of())), fresh.subList(0, 1));
        assertThat(fresh.get(0).getEvaluatedResource())
                .as("counts name no resource of a subject")
                .isEmpty();
    }

    @Test
    void areNoneWhereNobodyIs() {
        assertSame(evaluate(REQUESTS, new MixedSource(List.of(), List.of())), evaluate(REQUESTS, List.of()));
    }

    @Test
    void sayWhoIsNoMember() {
        var members = REQUESTS.stream()
                .map(request -> request.ofMembers(new Membership(CheckContent.CHECK, "Is Woman")))
                .toList();
        var fresh = evaluate(members, SUBJECTS);
        var first = SUBJECTS.stream().map(Remembering::new).toList();

        assertSame(evaluate(members, first), fresh);
        assertSame(evaluate(members, new MixedSource(first, List.of())), fresh);

        assertThat(first.get(2).results).containsValue(SubjectResult.NO_MEMBER);
        assertThat(Reports.counts(fresh.get(0))).containsEntry("initial-population", 2);
    }

    @Test
    void areNoneOfASubjectThatFails() {
        var request = List.of(
                Reports.request(TestMeasure.cohort().stratifier("troyes", "Lives in Troyes"), ReportType.POPULATION));
        var subjects = Reports.subjects(Resident.woman("1"), Resident.woman("2").withSecondAddress()).stream()
                .map(Remembering::new)
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
    void areNotKeptWithParameters() {
        assertThat(keys(REQUESTS.get(0).withParameters(Map.of("Results Wanted", 3))))
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
        return evaluate(requests, SubjectSource.of(subjects));
    }

    private static List<MeasureReport> evaluate(List<MeasureEvaluation> requests, SubjectSource source) {
        try (source) {
            return new PopulationEvaluator(CheckContent.CONTENT, Reports.SETTINGS).evaluate(requests, source);
        }
    }

    private static void assertSame(List<MeasureReport> reports, List<MeasureReport> expected) {
        assertThat(reports.stream().map(Reports::json).toList())
                .isEqualTo(expected.stream().map(Reports::json).toList());
    }

    /** Some subjects by what they came to before, and then others by their records. */
    private static final class MixedSource implements SubjectSource {

        private final Iterator<SubjectChunk> chunks;

        MixedSource(List<Remembering> known, List<Subject> others) {
            var chunks = new ArrayList<SubjectChunk>();
            if (!known.isEmpty()) {
                chunks.add(new SubjectChunk(List.of(), known(known)));
            }
            if (!others.isEmpty()) {
                chunks.add(SubjectChunk.of(others));
            }
            this.chunks = chunks.iterator();
        }

        private static KnownSubjects known(List<Remembering> subjects) {
            var members = new TreeMap<Integer, Map<Combination, Integer>>();
            for (var subject : subjects) {
                subject.results.forEach((measure, result) -> {
                    var ofMeasure = members.computeIfAbsent(measure, none -> new HashMap<>());
                    Optional.ofNullable(result.combination())
                            .ifPresent(combination -> ofMeasure.merge(combination, 1, Integer::sum));
                });
            }
            return new KnownSubjects(subjects.size(), List.copyOf(members.values()));
        }

        @Override
        public OptionalLong total() {
            return OptionalLong.empty();
        }

        @Override
        public SubjectChunk next(int atMost) {
            return chunks.hasNext() ? chunks.next() : SubjectChunk.of(List.of());
        }

        @Override
        public void close() {}
    }

    private static final class Remembering implements RememberingRecord {

        private final Subject subject;
        private final Map<Integer, SubjectResult> results = new TreeMap<>();

        Remembering(Subject subject) {
            this.subject = subject;
        }

        @Override
        public String id() {
            return subject.id();
        }

        @Override
        public List<Resource> resources() {
            return subject.resources();
        }

        @Override
        public void remember(int measure, SubjectResult result) {
            results.put(measure, result);
        }
    }
}
