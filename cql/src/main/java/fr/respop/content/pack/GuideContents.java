package fr.respop.content.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.respop.content.source.Artifact;
import fr.respop.content.source.Content;
import java.util.Set;
import java.util.TreeSet;

/** Completes the ImplementationGuide's list of resources, since SUSHI sees neither the CQL nor the terminology. */
final class GuideContents {

    private GuideContents() {}

    static JsonNode complete(Content content) {
        ObjectNode guide = content.guide().json().deepCopy();
        Set<String> listed = new TreeSet<>();
        guide.at("/definition/resource")
                .forEach(entry -> listed.add(entry.at("/reference/reference").asText()));
        var resources = guide.withObject("/definition").withArray("resource");
        for (Artifact artifact : content.artifacts()) {
            if (!artifact.equals(content.guide()) && listed.add(artifact.reference())) {
                ObjectNode entry = resources.addObject();
                entry.putObject("reference").put("reference", artifact.reference());
                entry.put("name", artifact.json().path("title").asText(artifact.name()));
                entry.put("exampleBoolean", false);
            }
        }
        return guide;
    }
}
