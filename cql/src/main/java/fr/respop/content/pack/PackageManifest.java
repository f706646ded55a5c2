package fr.respop.content.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.respop.content.source.Content;

/** The package's {@code package.json}, all of it taken from the ImplementationGuide. */
final class PackageManifest {

    private PackageManifest() {}

    static JsonNode of(Content content) {
        JsonNode guide = content.guide().json();
        String fhirVersion = guide.at("/fhirVersion/0").asText();
        ObjectNode manifest = JsonNodeFactory.instance
                .objectNode()
                .put("name", guide.path("packageId").asText())
                .put("version", content.version())
                .put("tools-version", 3)
                .put("type", "IG")
                .put("license", guide.path("license").asText())
                .put("canonical", content.canonicalBase())
                .put("url", content.canonicalBase())
                .put("title", guide.path("title").asText())
                .put(
                        "description",
                        guide.path("description").asText(guide.path("title").asText()))
                .put("author", guide.path("publisher").asText());
        manifest.putArray("fhirVersions").add(fhirVersion);
        ObjectNode dependencies = manifest.putObject("dependencies").put("hl7.fhir.r4.core", fhirVersion);
        for (JsonNode dependency : guide.path("dependsOn")) {
            dependencies.put(
                    dependency.path("packageId").asText(),
                    dependency.path("version").asText());
        }
        return manifest;
    }
}
