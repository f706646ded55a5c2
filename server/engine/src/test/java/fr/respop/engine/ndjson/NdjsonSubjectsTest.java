package fr.respop.engine.ndjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.respop.engine.SubjectRecord;
import fr.respop.engine.record.UnreadableResource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NdjsonSubjectsTest {

    private static final Set<String> TYPES = Set.of("Account", "Condition", "Immunization", "Observation");

    @TempDir
    private Path folder;

    @Test
    void aRecordIsThePatientAndWhatIsAboutIt() throws IOException {
        write("Patient.ndjson", patient("a"), patient("b"));
        write(
                "rest.ndjson",
                about("Observation", "o1", "subject", "Patient/a"),
                about("Immunization", "i1", "patient", "https://example.org/fhir/Patient/b/_history/2"),
                about("Observation", "o2", "focus", "Patient/a"),
                about("Observation", "o3", "subject", "Group/a"),
                about("Procedure", "p1", "subject", "Patient/a"),
                about("Observation", "o4", "subject", "Patient/unknown"),
                "{\"resourceType\":\"Account\",\"id\":\"c1\",\"status\":\"active\",\"subject\":["
                        + "{\"reference\":\"Patient/a\"},{\"display\":\"?\"},{\"reference\":\"Patient/b\"}]}");

        assertThat(records())
                .containsExactly(
                        "Patient/a: Account/c1 Observation/o1 Patient/a",
                        "Patient/b: Account/c1" + " Immunization/i1 Patient/b");
    }

    @Test
    void theLayoutOfTheFilesDoesNotMatter() throws IOException {
        var lines = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            lines.add(patient("r" + i));
            lines.add(about("Observation", "o" + i, "subject", "Patient/r" + i));
            lines.add(about("Condition", "c" + i, "subject", "Patient/r" + i));
        }
        write("all.ndjson", lines.toArray(String[]::new));
        var expected = records();

        Collections.shuffle(lines, new Random(7));
        Files.delete(folder.resolve("all.ndjson"));
        write("1.ndjson", lines.subList(0, 50).toArray(String[]::new));
        try (var packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve("2.ndjson.gz")))) {
            packed.write(String.join("\r\n", lines.subList(50, 120)).getBytes(StandardCharsets.UTF_8));
        }
        write("notes.txt", "not read");

        assertThat(records()).isEqualTo(expected).hasSize(40);
    }

    @Test
    void theNumberOfBucketsChangesNoRecord(@TempDir Path temporary) throws IOException {
        for (int i = 0; i < 100; i++) {
            write(i + ".ndjson", patient("r" + i), about("Observation", "o" + i, "subject", "Patient/r" + i));
        }
        var expected = records();

        for (int bucketSize : List.of(10_000, 1_000, 1)) {
            try (var subjects = NdjsonSubjects.open(folder, TYPES, bucketSize, temporary)) {
                assertThat(subjects.total()).hasValue(100);
                assertThat(describe(readAll(subjects, 7))).containsExactlyInAnyOrderElementsOf(expected);
            }
        }
        assertThat(order(1_000, temporary)).isEqualTo(order(1_000, temporary));
    }

    @Test
    void leavesNoTemporaryFile(@TempDir Path temporary) throws IOException {
        write("all.ndjson", patient("a"), patient("b"), patient("c"));

        try (var subjects = NdjsonSubjects.open(folder, TYPES, 20, temporary)) {
            assertThat(subjects.next(1).records()).hasSize(1);
        }
        write("bad.ndjson", "{");
        assertThatThrownBy(() -> NdjsonSubjects.open(folder, TYPES, 20, temporary))
                .isInstanceOf(UnusableNdjson.class)
                .hasMessageStartingWith("bad.ndjson, line 1 ");

        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void saysThatTemporaryFilesCannotBeWritten() throws IOException {
        write("all.ndjson", patient("a"), patient("b"));

        assertThatThrownBy(() -> NdjsonSubjects.open(folder, TYPES, 20, folder.resolve("absent")))
                .isInstanceOf(UnusableNdjson.class)
                .hasMessageStartingWith("Temporary files cannot be kept in ");
    }

    @Test
    void readsLinesOfAnyLength() throws IOException {
        var filler = " ".repeat(300_000);
        write("all.ndjson", "", patient("a"), "  ", patient("b").replace("}", filler + "}"), patient("c"));

        assertThat(records()).containsExactly("Patient/a: Patient/a", "Patient/b: Patient/b", "Patient/c: Patient/c");
    }

    @Test
    void namesTheFileAndTheLineThatCannotBeUsed() throws IOException {
        assertRefused("{\"resourceType\":\"Patient\",\"id\":Dupont}", "b.ndjson, line 3 is not JSON: write each");
        assertRefused("{\"resourceType\":\"Patient\",\"id\":\"Dupont\"", "b.ndjson, line 3 is not JSON: write each");
        assertRefused("Dupont", "b.ndjson, line 3 is not JSON");
        assertRefused("[\"Dupont\"]", "b.ndjson, line 3 is not a resource: a JSON object is expected.");
        assertRefused("{\"id\":\"Dupont\"}", "b.ndjson, line 3 is not a resource: it has no resourceType.");
        assertRefused(
                "{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"Dupont\"}]}",
                "b.ndjson, line 3 is a resource without an id: give it the id");
        assertRefused(patient("x") + patient("Dupont"), "b.ndjson, line 3 holds more than one resource");
    }

    private void assertRefused(String line, String message) throws IOException {
        write("a.ndjson", patient("a"));
        write("b.ndjson", patient("b"), "", line, patient("c"));

        assertThatThrownBy(() -> NdjsonSubjects.open(folder, TYPES))
                .isInstanceOf(UnusableNdjson.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("Dupont")
                .hasNoCause();
    }

    @Test
    void refusesAFileThatWasCutShort() throws IOException {
        var file = folder.resolve("all.ndjson.gz");
        try (var packed = new GZIPOutputStream(Files.newOutputStream(file))) {
            packed.write((patient("a") + "\n").getBytes(StandardCharsets.UTF_8));
        }
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 40));

        assertThatThrownBy(() -> NdjsonSubjects.open(folder, TYPES))
                .isInstanceOf(UnusableNdjson.class)
                .hasMessageContaining("all.ndjson.gz")
                .hasMessageEndingWith("the file is damaged or was cut short.");

        write("all.ndjson.gz", "not packed");
        assertThatThrownBy(() -> NdjsonSubjects.open(folder, TYPES)).hasMessageContaining("all.ndjson.gz, line 1 ");
    }

    @Test
    void refusesAFolderWithoutFiles() {
        assertThatThrownBy(() -> NdjsonSubjects.open(folder, TYPES))
                .isInstanceOf(UnusableNdjson.class)
                .hasMessageContaining("holds no *.ndjson or *.ndjson.gz file");
        assertThatThrownBy(() -> NdjsonSubjects.open(folder.resolve("absent"), TYPES))
                .isInstanceOf(UnusableNdjson.class)
                .hasMessageStartingWith("There is no folder ");
    }

    @Test
    void aResourceThatCannotBeParsedCostsItsSubjectOnly() throws IOException {
        write(
                "all.ndjson",
                patient("a"),
                patient("b"),
                "{\"resourceType\":\"Observation\",\"id\":\"o\",\"poids\":72,\"subject\":{\"reference\":\"Patient/a\"}}");

        try (var subjects = NdjsonSubjects.open(folder, TYPES)) {
            var records = readAll(subjects, 10);

            assertThatThrownBy(() -> records.get(0).resources())
                    .isInstanceOf(UnreadableResource.class)
                    .hasMessage("Observation/o cannot be read: <poids> FHIR R4 has no such element here");
            assertThatCode(() -> records.get(1).resources()).doesNotThrowAnyException();
        }
    }

    @Test
    void aResourceThatIsRepeatedCountsOnceUnlessItDiffers() throws IOException {
        write("1.ndjson", patient("a"), patient("b"), about("Observation", "o1", "subject", "Patient/a"));
        write("2.ndjson", patient("a"), about("Observation", "o1", "subject", "Patient/a"));
        write("3.ndjson", patient("b").replace("}", ",\"active\":true}"));

        try (var subjects = NdjsonSubjects.open(folder, TYPES)) {
            var records = readAll(subjects, 10);

            assertThat(records.get(0).resources()).hasSize(2);
            assertThatThrownBy(() -> records.get(1).resources())
                    .hasMessage("Patient/b stands in the files more than once, with different content");
        }
    }

    private List<String> records() {
        try (var subjects = NdjsonSubjects.open(folder, TYPES)) {
            return describe(readAll(subjects, 3));
        }
    }

    private List<String> order(long bucketSize, Path temporary) {
        try (var subjects = NdjsonSubjects.open(folder, TYPES, bucketSize, temporary)) {
            return readAll(subjects, 3).stream().map(SubjectRecord::id).toList();
        }
    }

    private static List<SubjectRecord> readAll(NdjsonSubjects subjects, int atMost) {
        var all = new ArrayList<SubjectRecord>();
        for (var chunk = subjects.next(atMost); !chunk.isEmpty(); chunk = subjects.next(atMost)) {
            assertThat(chunk.records()).hasSizeLessThanOrEqualTo(atMost);
            all.addAll(chunk.records());
        }
        return all;
    }

    private static List<String> describe(List<SubjectRecord> records) {
        return records.stream()
                .map(record -> record.id() + ": "
                        + String.join(
                                " ",
                                record.resources().stream().map(Resource::getId).toList()))
                .toList();
    }

    private void write(String file, String... lines) throws IOException {
        try (OutputStream output = Files.newOutputStream(folder.resolve(file))) {
            output.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String patient(String id) {
        return "{\"resourceType\":\"Patient\",\"id\":\"" + id + "\"}";
    }

    private static String about(String type, String id, String element, String patient) {
        return "{\"id\":\"" + id + "\",\"" + element + "\":{\"type\":\"Patient\",\"reference\":\"" + patient
                + "\"},\"resourceType\":\"" + type + "\"}";
    }
}
