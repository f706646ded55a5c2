package fr.respop.server.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.respop.server.FhirHttp;
import fr.respop.server.OnAnyDatabase;
import fr.respop.server.ServerTest;
import fr.respop.server.content.InstalledPackage.Installer;
import fr.respop.server.demonstration.JsonPart;
import fr.respop.server.demonstration.ReadmeExamples;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.unit.DataSize;

/** The last steps of the page for authors: what the content's tests built from it is installed and asked. */
@OnAnyDatabase
@ServerTest
class AuthoringIT {

    private static final Path PAGE = Path.of("..", "docs", "authoring.md");
    /** Written by AuthoringPageTest of the content, where there is Node. */
    private static final Path PACKAGE = Path.of("../../cql/target/authoring/classes/org.respop.fhir.tgz");
    /** The case's residents, as files of the page. */
    private static final Pattern RESOURCE = Pattern.compile(
            "^`cql/tests/[^`]*/((?:Patient|Condition)-[^`]*)\\.json`:\\n\\n```json\\n(.*?)^```$",
            Pattern.MULTILINE | Pattern.DOTALL);

    private final FhirHttp fhir;
    private final PackageInstaller installer;

    @Autowired
    AuthoringIT(FhirHttp fhir, PackageInstaller installer) {
        this.fhir = fhir;
        this.installer = installer;
    }

    @AfterEach
    void restoreTheServersOwnContent() {
        var own = ContentPackage.read(TestPackage.builtInBytes(), DataSize.ofMegabytes(100), FhirContext.forR4Cached());
        installer.install(own, Installer.SERVER, installed -> true);
    }

    @Test
    void theNewItemsGapIsReportedAtOnce() throws IOException {
        assumeTrue(
                Files.exists(PACKAGE), "Skipped: no package of the page for authors; it is built where there is Node.");

        fhir.send(fhir.request("ImplementationGuide/$install")
                        .header("Content-Type", "application/gzip")
                        .POST(BodyPublishers.ofFile(PACKAGE)))
                .hasStatus(200);
        RESOURCE.matcher(Files.readString(PAGE)).results().forEach(resource -> {
            var address = resource.group(1).replaceFirst("-", "/");
            fhir.put(address, resource.group(2)).isStored();
        });

        var examples = ReadmeExamples.of(PAGE);
        assertThat(examples).hasSize(1);
        var json = new ObjectMapper();
        var answer = fhir.get(examples.get(0).path()).hasStatus(200).body();
        assertThat(JsonPart.isIn(json.readTree(examples.get(0).answer()), json.readTree(answer)))
                .as(answer)
                .isTrue();
    }
}
