package fr.respop.server.content;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.respop.content.source.Artifact;
import fr.respop.server.fhir.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.hl7.fhir.r4.model.ImplementationGuide;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.util.unit.DataSize;

/**
 * A FHIR package, read.
 *
 * @param name the package's name
 * @param version the package's semantic version
 * @param digest SHA-256 of the package file, in hexadecimal
 * @param guide the ImplementationGuide, which stands for the package on the server
 * @param parts the conformance and knowledge resources, the guide among them; not the examples
 */
record ContentPackage(String name, String version, String digest, ImplementationGuide guide, List<Part> parts) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MANIFEST = "package/package.json";
    private static final String FHIR_VERSION = "4.0.";
    private static final String VERSION = "\\d+(\\.\\d+)*([-+][A-Za-z0-9.-]*[A-Za-z0-9])?";

    /**
     * A resource of the package.
     *
     * @param artifact its file in the package, and its text
     * @param resource the same, parsed
     */
    record Part(Artifact artifact, Resource resource) {

        String reference() {
            return artifact.reference();
        }
    }

    /** Reads a package; refuses what is none, or is none for this server, with all that is wrong at once. */
    static ContentPackage read(byte[] archive, DataSize limit, FhirContext context) {
        var files = PackageArchive.unpack(archive, limit);
        var manifest = manifest(files);
        var name = manifest.path("name").asText();
        var version = manifest.path("version").asText();
        requireVersions(manifest, version);
        var parts = parts(files, context);
        return new ContentPackage(name, version, digestOf(archive), guide(name, version, parts), parts);
    }

    private static JsonNode manifest(Map<String, byte[]> files) {
        var file = files.get(MANIFEST);
        if (file == null) {
            throw refusal("There is no " + MANIFEST + " in it. Send a FHIR package as its build made it.");
        }
        try {
            return JSON.readTree(file);
        } catch (IOException malformed) {
            throw refusal(MANIFEST + " is no JSON. Build the package again.");
        }
    }

    private static void requireVersions(JsonNode manifest, String version) {
        var fhirVersions =
                manifest.has("fhirVersions") ? manifest.path("fhirVersions") : manifest.path("fhir-version-list");
        var isR4 = StreamSupport.stream(fhirVersions.spliterator(), false)
                .anyMatch(fhir -> fhir.asText().startsWith(FHIR_VERSION));
        if (!isR4) {
            throw unprocessable(MANIFEST + ", fhirVersions: it names " + fhirVersions
                    + ", and this server is of FHIR 4.0.1. Install the package's R4 edition.");
        }
        if (!version.matches(VERSION)) {
            throw unprocessable(MANIFEST + ", version: '" + version
                    + "' is no version that can be compared. Use numbers with dots between, such as 0.1.0.");
        }
    }

    private static List<Part> parts(Map<String, byte[]> files, FhirContext context) {
        var parts = new ArrayList<Part>();
        var findings = new ArrayList<String>();
        files.forEach((path, file) -> {
            if (path.matches("package/[^./][^/]*\\.json") && !path.equals(MANIFEST)) {
                try {
                    var json = JSON.readTree(file);
                    var resource = (Resource) context.newJsonParser().parseResource(json.toString());
                    parts.add(new Part(new Artifact(Path.of(path), json), resource));
                } catch (IOException | DataFormatException malformed) {
                    findings.add(path + " is no FHIR R4 resource: " + reason(malformed));
                }
            }
        });
        if (!findings.isEmpty()) {
            throw RefusedPackage.of(findings);
        }
        return List.copyOf(parts);
    }

    private static String reason(Exception malformed) {
        return malformed instanceof DataFormatException
                ? String.valueOf(malformed.getMessage()).replaceAll("HAPI-\\d+: ", "")
                : "it is not well-formed JSON.";
    }

    private static ImplementationGuide guide(String name, String version, List<Part> parts) {
        var guides = parts.stream()
                .map(Part::resource)
                .filter(ImplementationGuide.class::isInstance)
                .map(ImplementationGuide.class::cast)
                .toList();
        if (guides.size() != 1) {
            throw unprocessable("The package has " + guides.size()
                    + " ImplementationGuides. Exactly one is expected, which stands for the package on the server.");
        }
        var guide = guides.get(0);
        if (!name.equals(guide.getPackageId()) || !version.equals(guide.getVersion())) {
            throw unprocessable("%s says %s %s, and ImplementationGuide/%s says %s %s. Give both one name and version."
                    .formatted(
                            MANIFEST,
                            name,
                            version,
                            guide.getIdElement().getIdPart(),
                            guide.getPackageId(),
                            guide.getVersion()));
        }
        return guide;
    }

    private static Refusal refusal(String ruleAndCure) {
        return Refusal.badRequest(IssueType.INVALID, "npmContent", ruleAndCure);
    }

    private static Refusal unprocessable(String ruleAndCure) {
        return Refusal.unprocessable(IssueType.INVALID, "npmContent", ruleAndCure);
    }

    private static String digestOf(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
