package fr.respop.content.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.respop.content.fsh.CorePackageCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * HL7's validator as a process of its own: its jars, which the build copies to target/validator/lib, meet none of ours.
 *
 * <p>It asks no network: the core package comes from HAPI's resources, and packages that it loads unasked are empty.
 */
final class OfficialValidator {

    private static final Path BUILD = Path.of("target/validator").toAbsolutePath();
    private static final Path HOME = Path.of("target/fsh/home").toAbsolutePath();
    /** What other guides define and the content uses: their packages are on no registry we rely on. */
    private static final Path ELSEWHERE = Path.of("src/test/validation").toAbsolutePath();

    private static final List<String> UNASKED =
            List.of("hl7.fhir.xver-extensions#0.1.0", "hl7.terminology#6.5.0", "hl7.fhir.uv.extensions#5.2.0");

    private static final String FILE = "http://hl7.org/fhir/StructureDefinition/operationoutcome-file";

    private OfficialValidator() {}

    /** Validates what is in these folders, with the definitions of the first at hand, and returns errors and warnings. */
    static List<Finding> validate(Path definitions, List<Path> folders) {
        CorePackageCache.buildIn(HOME);
        Path answer = BUILD.resolve("findings.json");
        try {
            for (String unasked : UNASKED) {
                writeEmptyPackage(unasked);
            }
            Files.deleteIfExists(answer);
            run(command(definitions, folders, answer));
            return findings(new ObjectMapper().readTree(answer.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Path definitions, List<Path> folders, Path answer) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-XX:TieredStopAtLevel=1",
                "-Duser.home=" + HOME,
                // Nobody listens there: the result must not depend on what a registry offers today.
                "-Dhttp.proxyHost=127.0.0.1",
                "-Dhttp.proxyPort=9",
                "-Dhttps.proxyHost=127.0.0.1",
                "-Dhttps.proxyPort=9",
                "-cp",
                BUILD.resolve("lib") + "/*",
                "org.hl7.fhir.validation.ValidatorCli"));
        folders.forEach(folder -> command.add(folder.toString()));
        command.addAll(List.of("-version", "4.0.1", "-tx", "n/a", "-allow-example-urls", "true"));
        command.addAll(List.of("-ig", definitions.toString(), "-ig", ELSEWHERE.toString()));
        command.addAll(List.of("-output", answer.toString()));
        return command;
    }

    private static void run(List<String> command) throws IOException {
        Path log = BUILD.resolve("validator.log");
        try {
            // It ends with an error when it finds one; whether it has worked, its answer tells.
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the validator ran.", e);
        }
        assertThat(BUILD.resolve("findings.json"))
                .as("The validator gave no answer; %s says why.", log)
                .exists();
    }

    private static List<Finding> findings(JsonNode answer) {
        List<Finding> findings = new ArrayList<>();
        for (JsonNode entry : answer.path("entry")) {
            JsonNode outcome = entry.path("resource");
            String file = file(outcome);
            for (JsonNode issue : outcome.path("issue")) {
                String severity = issue.path("severity").asText();
                if (!severity.equals("information")) {
                    findings.add(new Finding(
                            severity.equals("warning") ? severity : "error",
                            file,
                            issue.path("expression").path(0).asText("-"),
                            issue.path("details").path("text").asText()));
                }
            }
        }
        return findings;
    }

    private static String file(JsonNode outcome) {
        for (JsonNode extension : outcome.path("extension")) {
            if (extension.path("url").asText().equals(FILE)) {
                Path file = Path.of(extension.path("valueString").asText());
                int names = file.getNameCount();
                return file.subpath(names - 2, names).toString();
            }
        }
        throw new IllegalStateException("The validator does not say which file it validated: " + outcome);
    }

    private static void writeEmptyPackage(String nameAndVersion) throws IOException {
        String[] parts = nameAndVersion.split("#", -1);
        Path folder = HOME.resolve(".fhir/packages").resolve(nameAndVersion).resolve("package");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(".index.json"), "{\"index-version\":2,\"files\":[]}");
        ObjectNode manifest = new ObjectMapper()
                .createObjectNode()
                .put("name", parts[0])
                .put("version", parts[1])
                .put("tools-version", 3)
                .put("type", "fhir.ig")
                .put("canonical", "http://hl7.org/fhir/" + parts[0])
                .put("url", "http://hl7.org/fhir/" + parts[0]);
        manifest.putArray("fhirVersions").add("4.0.1");
        manifest.putObject("dependencies");
        Files.writeString(folder.resolve("package.json"), manifest.toString());
    }
}
