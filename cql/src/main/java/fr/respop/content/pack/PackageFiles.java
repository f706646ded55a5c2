package fr.respop.content.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.respop.content.source.Artifact;
import fr.respop.content.source.Content;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The files of the package by their path in it: manifest, resources, examples and an index of each folder. */
final class PackageFiles {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectWriter PRETTY = JSON.writer(new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n")));
    private static final List<String> INDEXED =
            List.of("resourceType", "id", "url", "version", "kind", "type", "supplements", "content", "derivation");

    private final Map<String, byte[]> files = new TreeMap<>();

    private PackageFiles() {}

    static Map<String, byte[]> of(Content content) {
        var files = new PackageFiles();
        files.add("package/package.json", PackageManifest.of(content));
        Artifact guide = new Artifact(content.guide().file(), GuideContents.complete(content));
        Set<String> examples = content.examples();
        List<Artifact> packed = content.artifacts().stream()
                .map(artifact -> artifact.equals(content.guide()) ? guide : artifact)
                .toList();
        files.addFolder(
                "package/",
                packed.stream()
                        .filter(artifact -> !examples.contains(artifact.reference()))
                        .toList());
        files.addFolder(
                "package/example/",
                packed.stream()
                        .filter(artifact -> examples.contains(artifact.reference()))
                        .toList());
        return files.files;
    }

    private void addFolder(String folder, List<Artifact> artifacts) {
        if (artifacts.isEmpty()) {
            return;
        }
        ObjectNode index = JSON.createObjectNode().put("index-version", 2);
        ArrayNode entries = index.putArray("files");
        for (Artifact artifact : artifacts) {
            add(folder + artifact.packedName(), artifact.json());
            ObjectNode entry = entries.addObject().put("filename", artifact.packedName());
            for (String field : INDEXED) {
                JsonNode value = artifact.json().path(field);
                if (value.isTextual()) {
                    entry.set(field, value);
                }
            }
        }
        add(folder + ".index.json", index);
    }

    private void add(String path, JsonNode json) {
        try {
            files.put(path, (PRETTY.writeValueAsString(json) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
