package fr.respop.content.check;

import com.fasterxml.jackson.databind.JsonNode;
import fr.respop.content.cql.TranslatedLibrary;
import fr.respop.content.source.Artifact;
import fr.respop.content.source.Content;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Every code of our own code systems that a resource or a library uses is defined there. */
final class CodesExist implements Rule {

    @Override
    public Stream<Finding> findings(Content content) {
        Map<String, Set<String>> defined = new HashMap<>();
        for (Artifact system : content.ofType("CodeSystem")) {
            Set<String> codes = defined.computeIfAbsent(system.url(), url -> new HashSet<>());
            collect(system.json().path("concept"), codes);
        }
        Stream<Finding> resources = content.artifacts().stream().flatMap(artifact -> ofArtifact(artifact, defined));
        Stream<Finding> cql = content.libraries().stream().flatMap(library -> ofLibrary(library, defined));
        return Stream.concat(resources, cql);
    }

    private static void collect(JsonNode concepts, Set<String> codes) {
        for (JsonNode concept : concepts) {
            codes.add(concept.path("code").asText());
            collect(concept.path("concept"), codes);
        }
    }

    private static Stream<Finding> ofArtifact(Artifact artifact, Map<String, Set<String>> defined) {
        return JsonWalk.objects(artifact.json())
                .filter(place -> place.node().path("system").isTextual())
                .flatMap(place -> {
                    String system = place.node().path("system").asText();
                    String where = artifact.file() + ", " + place.path();
                    // A Coding has its code beside the system, a value set has a list of concepts there.
                    Stream<JsonNode> codes = Stream.concat(
                            Stream.of(place.node().path("code")),
                            nodes(place.node().path("concept")).map(concept -> concept.path("code")));
                    return codes.filter(JsonNode::isTextual)
                            .flatMap(code -> unknown(where, system, code.asText(), defined));
                });
    }

    private static Stream<Finding> ofLibrary(TranslatedLibrary library, Map<String, Set<String>> defined) {
        Map<String, String> systems = new HashMap<>();
        nodes(library.elm().at("/codeSystems/def"))
                .forEach(system -> systems.put(
                        system.path("name").asText(), system.path("id").asText()));
        return nodes(library.elm().at("/codes/def")).flatMap(code -> {
            String system = systems.getOrDefault(code.at("/codeSystem/name").asText(), "");
            String where = library.file() + ", code \"" + code.path("name").asText() + "\"";
            return unknown(where, system, code.path("id").asText(), defined);
        });
    }

    private static Stream<Finding> unknown(String where, String system, String code, Map<String, Set<String>> defined) {
        return defined.getOrDefault(system, Set.of(code)).contains(code)
                ? Stream.of()
                : Stream.of(new Finding(
                        where,
                        "'" + code + "' is no code of " + system + ".",
                        "Correct the code, or add it to the code system in terminology/codesystem."));
    }

    private static Stream<JsonNode> nodes(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
