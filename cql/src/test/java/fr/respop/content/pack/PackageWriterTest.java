package fr.respop.content.pack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.content.source.SampleContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageWriterTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writePackage() {
        file = folder.resolve("sample.tgz");
        PackageWriter.write(SampleContent.in(folder.resolve("content")).read(), file);
    }

    @Test
    void isAFhirPackage() throws IOException {
        NpmPackage npm = NpmPackage.fromPackage(Files.newInputStream(file));

        assertThat(npm.name()).isEqualTo("org.respop.fhir");
        assertThat(npm.version()).isEqualTo("0.1.0");
        assertThat(npm.fhirVersion()).isEqualTo("4.0.1");
        assertThat(npm.canonical()).isEqualTo("https://respop.org/fhir");
        assertThat(npm.license()).isEqualTo("Apache-2.0");
        assertThat(npm.dependencies()).containsExactly("hl7.fhir.r4.core#4.0.1");
    }

    @Test
    void findsResourcesByCanonical() throws IOException {
        NpmPackage npm = NpmPackage.fromPackage(Files.newInputStream(file));

        assertThat(npm.hasCanonical("https://respop.org/fhir/Library/SampleStrata"))
                .isTrue();
        assertThat(npm.listResources("Measure")).containsExactly("Measure-SamplePyramid.json");
    }

    @Test
    void keepsExamplesApart() throws IOException {
        NpmPackage npm = NpmPackage.fromPackage(Files.newInputStream(file));

        assertThat(npm.list("example")).contains("Group-sample-group.json");
        assertThat(npm.list("package")).doesNotContain("Group-sample-group.json");
    }

    @Test
    void guideListsLibrariesAndTerminology() throws IOException {
        NpmPackage npm = NpmPackage.fromPackage(Files.newInputStream(file));

        assertThat(npm.load("package", "ImplementationGuide-org.respop.fhir.json"))
                .hasContent(Files.readString(Path.of("src/test/resources/expected-guide.json")));
    }

    @Test
    void equalContentGivesEqualBytes() throws IOException {
        Path again = folder.resolve("again.tgz");
        PackageWriter.write(SampleContent.in(folder.resolve("copy")).read(), again);

        assertThat(again).hasSameBinaryContentAs(file);
    }
}
