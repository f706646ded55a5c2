package fr.respop.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import fr.respop.engine.ndjson.NdjsonSubjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is evaluated from files is what is evaluated from memory. */
class NdjsonEvaluationTest {

    @TempDir
    private Path folder;

    @Test
    void givesTheReportOfTheSubjectsInMemory() throws IOException {
        var request = Reports.request(
                TestMeasure.proportion().stratifier("results", "Result Count"), ReportType.SUBJECT_LIST);
        var subjects =
                IntStream.range(0, 60).mapToObj(NdjsonEvaluationTest::subject).toList();
        write(subjects);

        for (int threads : List.of(1, 8)) {
            var settings = new EvaluatorSettings(threads, 7, Reports.CLOCK);
            var evaluator = new PopulationEvaluator(CheckContent.CONTENT, settings);
            try (var source = NdjsonSubjects.open(folder, evaluator.dataTypes(List.of(request)))) {
                assertThat(Reports.json(evaluator.evaluate(request, source)))
                        .isEqualTo(Reports.json(Reports.evaluate(request, settings, subjects)));
            }
        }
    }

    private static Subject subject(int i) {
        var resident = i % 2 == 0 ? Resident.woman("r" + i) : Resident.man("r" + i);
        if (i % 3 != 0) {
            resident.withDiabetes();
        }
        for (int j = 0; j < i % 4; j++) {
            resident.withHbA1c("2025-0" + (j + 1) + "-01T10:00:00+02:00");
        }
        return resident.subject();
    }

    private void write(List<Subject> subjects) throws IOException {
        var parser = FhirContext.forR4Cached().newJsonParser();
        var lines = new ArrayList<String>();
        subjects.forEach(
                subject -> subject.resources().forEach(resource -> lines.add(parser.encodeResourceToString(resource))));
        Collections.shuffle(lines, new Random(42));
        Files.write(folder.resolve("all.ndjson"), lines);
    }
}
