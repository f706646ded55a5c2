package fr.respop.content.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.junit.jupiter.api.Test;

/** The official validator finds nothing in the package and the examples that nobody accepted. */
class PackageIsValidTest {

    private static final Path ACCEPTED = Path.of("../ig/validation-accepted.md");
    private static final Path EXAMPLES = Path.of("../examples/strata");
    private static final Path CONTENT = Path.of("target/validator/content").toAbsolutePath();

    @Test
    void everyFindingIsAccepted() {
        assumeFalse(Boolean.getBoolean("validator.skip"), "Skipped by -Dvalidator.skip.");
        delete();
        unpack();
        copyExamples();

        List<Finding> findings = OfficialValidator.validate(
                CONTENT.resolve("package"),
                List.of(CONTENT.resolve("package"), CONTENT.resolve("example"), CONTENT.resolve("strata")));

        var accepted = AcceptedFindings.read(ACCEPTED);
        assertThat(findings)
                .as("The package has no narratives, which is a warning.")
                .isNotEmpty();
        assertThat(accepted.refused(findings))
                .as("Correct these, or accept what is right as it is, with its reason, in %s.", ACCEPTED)
                .isEmpty();
        assertThat(accepted.idle(findings))
                .as("Nothing is found that these rows of %s accept: delete them.", ACCEPTED)
                .isEmpty();
    }

    @Test
    void acceptsBySeverityMessageAndFile() {
        var accepted = AcceptedFindings.parse(Stream.of(
                "| Severity | Message | Files | Reason |",
                "| --- | --- | --- | --- |",
                "| `warning` | `no narrative` | `strata/` | The page shows it. |"));
        var warning = new Finding("warning", "strata/diabetes-0.json", "Bundle", "It has no narrative.");
        var elsewhere = new Finding("warning", "package/Measure-Feet.json", "Measure", "It has no narrative.");
        var error = new Finding("error", "strata/diabetes-0.json", "Bundle", "It has no narrative.");

        assertThat(accepted.refused(List.of(warning, elsewhere, error))).containsExactly(elsewhere, error);
        assertThat(accepted.idle(List.of(warning))).isEmpty();
        assertThat(accepted.idle(List.of(elsewhere, error))).hasSize(1);
    }

    private static void unpack() {
        try (var stream = PackageIsValidTest.class.getResourceAsStream("/org.respop.fhir.tgz")) {
            NpmPackage npm = NpmPackage.fromPackage(Objects.requireNonNull(stream, "mvn -pl cql process-classes"));
            for (var folder : npm.getFolders().values()) {
                Path target = CONTENT.resolve(Path.of(folder.getFolderName()).getFileName());
                Files.createDirectories(target);
                for (String file : folder.listFiles()) {
                    if (file.contains("-")) {
                        Files.write(target.resolve(file), folder.fetchFile(file));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copyExamples() {
        Path target = CONTENT.resolve("strata");
        try (var files = Files.newDirectoryStream(EXAMPLES, "*.json")) {
            Files.createDirectories(target);
            for (Path file : files) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete() {
        if (!Files.exists(CONTENT)) {
            return;
        }
        try (var files = Files.walk(CONTENT)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
