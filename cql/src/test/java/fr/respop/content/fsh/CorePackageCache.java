package fr.respop.content.fsh;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.StructureDefinition;

/**
 * A FHIR package cache that holds hl7.fhir.r4.core, which is on no package registry we rely on.
 *
 * <p>HAPI's validation resources carry the same definitions as large bundles; this lays them out as SUSHI and the
 * validator expect them. Give {@link #main} the home directory to build it in.
 */
public final class CorePackageCache {

    private static final String DEFINITIONS = "/org/hl7/fhir/r4/model/";
    private static final List<String> BUNDLES = List.of(
            "profile/profiles-types.xml",
            "profile/profiles-resources.xml",
            "profile/profiles-others.xml",
            "extension/extension-definitions.xml",
            "valueset/valuesets.xml",
            "valueset/v2-tables.xml",
            "valueset/v3-codesystems.xml",
            "sp/search-parameters.json");

    /** Parsing narratives takes most of the time, and no tool reads them. */
    private static final Pattern NARRATIVE =
            Pattern.compile("<text>\\s*<status value=\"\\w+\"\\s*/>.*?</div>\\s*</text>", Pattern.DOTALL);

    private final FhirContext fhir = FhirContext.forR4();
    private final ObjectMapper json = new ObjectMapper();
    private final Path folder;

    private CorePackageCache(Path folder) {
        this.folder = folder;
        fhir.setParserErrorHandler(new LenientErrorHandler(false));
        fhir.getParserOptions().setOverrideResourceIdWithBundleEntryFullUrl(false);
    }

    public static void main(String[] arguments) {
        buildIn(Path.of(arguments[0]));
    }

    /** Builds {@code home/.fhir/packages/hl7.fhir.r4.core#4.0.1} unless it is complete already. */
    public static synchronized void buildIn(Path home) {
        Path folder = home.resolve(".fhir/packages/hl7.fhir.r4.core#4.0.1/package");
        // The manifest is written last, so its presence means that a build was not interrupted.
        if (Files.exists(folder.resolve("package.json"))) {
            return;
        }
        try {
            Files.createDirectories(folder);
            new CorePackageCache(folder).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void build() throws IOException {
        ObjectNode index = json.createObjectNode().put("index-version", 2);
        ArrayNode files = index.putArray("files");
        for (String bundle : BUNDLES) {
            for (Bundle.BundleEntryComponent entry : read(bundle).getEntry()) {
                if (entry.getResource() instanceof MetadataResource resource && resource.hasId()) {
                    write(resource, files);
                }
            }
        }
        Files.writeString(folder.resolve(".index.json"), index.toString());
        Files.writeString(folder.resolve("package.json"), manifest().toPrettyString());
    }

    private Bundle read(String name) throws IOException {
        try (var stream = CorePackageCache.class.getResourceAsStream(DEFINITIONS + name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing from hapi-fhir-validation-resources-r4.");
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            IParser parser = name.endsWith(".json") ? fhir.newJsonParser() : fhir.newXmlParser();
            return parser.parseResource(Bundle.class, NARRATIVE.matcher(text).replaceAll(""));
        }
    }

    private void write(MetadataResource resource, ArrayNode files) throws IOException {
        String id = resource.getIdElement().getIdPart();
        Path file = folder.resolve(resource.fhirType() + "-" + id + ".json");
        if (Files.exists(file)) {
            return;
        }
        Files.writeString(file, fhir.newJsonParser().encodeResourceToString(resource));
        ObjectNode entry = files.addObject()
                .put("filename", file.getFileName().toString())
                .put("resourceType", resource.fhirType())
                .put("id", id)
                .put("url", resource.getUrl())
                .put("version", resource.getVersion());
        if (resource instanceof StructureDefinition definition) {
            entry.put("kind", definition.getKind().toCode()).put("type", definition.getType());
            if (definition.hasDerivation()) {
                entry.put("derivation", definition.getDerivation().toCode());
            }
        }
    }

    private ObjectNode manifest() {
        ObjectNode manifest = json.createObjectNode()
                .put("name", "hl7.fhir.r4.core")
                .put("version", "4.0.1")
                .put("tools-version", 3)
                .put("type", "Core")
                .put("title", "FHIR Core package, laid out from HAPI's validation resources")
                .put("canonical", "http://hl7.org/fhir")
                .put("url", "http://hl7.org/fhir/R4")
                .put("license", "CC0-1.0");
        manifest.putArray("fhirVersions").add("4.0.1");
        manifest.putObject("dependencies");
        return manifest;
    }
}
