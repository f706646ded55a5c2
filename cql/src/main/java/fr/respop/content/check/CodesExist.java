package fr.respop.content.check;

import com.fasterxml.jackson.databind.JsonNode;
import fr.respop.content.cql.TranslatedLibrary;
import fr.respop.content.source.Artifact;
import fr.respop.content.source.Content;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Every code that a resource or a library uses is defined in its code system, if that is there as a whole. */
final class CodesExist implements Rule {

    @Override
    public Stream<Finding> findings(Content content) {
        var systems = new CodeSystems(content);
        Stream<Finding> resources = content.artifacts().stream().flatMap(artifact -> ofArtifact(artifact, systems));
        Stream<Finding> cql = content.libraries().stream().flatMap(library -> ofLibrary(library, systems));
        return Stream.concat(resources, cql);
    }

    /** The codes of the systems that are there, read when they are first asked for. */
    private static final class CodeSystems {

        private final Content content;
        private final Map<String, Optional<Set<String>>> codesBySystem = new HashMap<>();

        CodeSystems(Content content) {
            this.content = content;
        }

        boolean lacks(String system, String code) {
            return codesBySystem
                    .computeIfAbsent(system, this::codes)
                    .filter(codes -> !codes.contains(code))
                    .isPresent();
        }

        private Optional<Set<String>> codes(String system) {
            return content.find("CodeSystem", system)
                    .map(Artifact::json)
                    .filter(json -> json.path("content").asText().equals("complete"))
                    .map(json -> {
                        Set<String> codes = new HashSet<>();
                        collect(json.path("concept"), codes);
                        return codes;
                    });
        }
    }

    private static void collect(JsonNode concepts, Set<String> codes) {
        for (JsonNode concept : concepts) {
            codes.add(concept.path("code").asText());
            collect(concept.path("concept"), codes);
        }
    }

    private static Stream<Finding> ofArtifact(Artifact artifact, CodeSystems systems) {
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
                            .flatMap(code -> unknown(where, system, code.asText(), systems));
                });
    }

    private static Stream<Finding> ofLibrary(TranslatedLibrary library, CodeSystems systems) {
        Map<String, String> urls = new HashMap<>();
        nodes(library.elm().at("/codeSystems/def"))
                .forEach(system ->
                        urls.put(system.path("name").asText(), system.path("id").asText()));
        return nodes(library.elm().at("/codes/def")).flatMap(code -> {
            String system = urls.getOrDefault(code.at("/codeSystem/name").asText(), "");
            String where =
                    CqlPlace.of(library, code) + ", code \"" + code.path("name").asText() + "\"";
            return unknown(where, system, code.path("id").asText(), systems);
        });
    }

    private static Stream<Finding> unknown(String where, String system, String code, CodeSystems systems) {
        return systems.lacks(system, code)
                ? Stream.of(new Finding(
                        where,
                        "'" + code + "' is no code of " + system + ".",
                        "Correct the code, or add it to the code system in terminology/codesystem."))
                : Stream.of();
    }

    private static Stream<JsonNode> nodes(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
