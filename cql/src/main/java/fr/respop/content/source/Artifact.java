package fr.respop.content.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;

/**
 * One FHIR resource of the content.
 *
 * @param file the file that an author edits to change it, for a Library the CQL; of a stored resource its address
 * @param json the resource
 */
public record Artifact(Path file, JsonNode json) {

    public String type() {
        return json.path("resourceType").asText();
    }

    public String id() {
        return json.path("id").asText();
    }

    public String name() {
        return json.path("name").asText();
    }

    /** The canonical without version, empty for a resource that has none. */
    public String url() {
        return json.path("url").asText();
    }

    public String version() {
        return json.path("version").asText();
    }

    /** The reference by which other resources of the package point here, such as {@code Group/aube-diabetes}. */
    public String reference() {
        return type() + "/" + id();
    }

    /** Whether a canonical, with or without a version, means this artefact. */
    public boolean isNamedBy(String canonical) {
        return !url().isEmpty() && (canonical.equals(url()) || canonical.equals(url() + "|" + version()));
    }

    public String packedName() {
        return type() + "-" + id() + ".json";
    }
}
