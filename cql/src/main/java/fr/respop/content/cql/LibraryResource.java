package fr.respop.content.cql;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.cqframework.cql.cql2elm.CqlCompilerOptions;
import org.cqframework.cql.cql2elm.LibraryManager;
import org.cqframework.cql.cql2elm.model.CompiledLibrary;
import org.cqframework.cql.elm.requirements.fhir.DataRequirementsProcessor;
import org.hl7.fhir.convertors.factory.VersionConvertorFactory_40_50;
import org.hl7.fhir.r4.model.DataRequirement;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.RelatedArtifact.RelatedArtifactType;

/** Describes a translated library as a FHIR Library that carries its CQL and its ELM. */
final class LibraryResource {

    private static final String LIBRARY_TYPE = "http://terminology.hl7.org/CodeSystem/library-type";
    /** The canonical that the CQL tools use for the helpers, which declare none. */
    private static final String FHIR_HELPERS = "http://fhir.org/guides/cqf/common/Library/FHIRHelpers";

    private final LibraryManager libraries;
    private final String canonicalBase;

    LibraryResource(LibraryManager libraries, String canonicalBase) {
        this.libraries = libraries;
        this.canonicalBase = canonicalBase;
    }

    Library describe(CqlSource source, CompiledLibrary compiled, String elm, JsonNode tree) {
        LibraryHeader header = LibraryHeader.of(source);
        var library = new Library();
        library.setId(source.name());
        library.setUrl(canonical(source.name()))
                .setVersion(source.version())
                .setName(source.name())
                .setTitle(header.title())
                .setStatus(PublicationStatus.ACTIVE)
                .setExperimental(true)
                .setPublisher("Respop")
                .setDescription(header.description());
        library.getType().addCoding().setSystem(LIBRARY_TYPE).setCode("logic-library");
        dependencies(tree)
                .forEach(canonical -> library.addRelatedArtifact()
                        .setType(RelatedArtifactType.DEPENDSON)
                        .setResource(canonical));
        addRequirements(compiled, library);
        library.addContent().setContentType("text/cql").setData(source.text().getBytes(StandardCharsets.UTF_8));
        library.addContent().setContentType("application/elm+json").setData(elm.getBytes(StandardCharsets.UTF_8));
        return library;
    }

    private String canonical(String name) {
        return name.equals("FHIRHelpers") ? FHIR_HELPERS : canonicalBase + "/Library/" + name;
    }

    private Set<String> dependencies(JsonNode elm) {
        Set<String> canonicals = new TreeSet<>();
        for (JsonNode include : elm.at("/includes/def")) {
            canonicals.add(canonical(include.path("path").asText()) + "|"
                    + include.path("version").asText());
        }
        for (JsonNode valueSet : elm.at("/valueSets/def")) {
            canonicals.add(valueSet.path("id").asText());
        }
        for (JsonNode codeSystem : elm.at("/codeSystems/def")) {
            canonicals.add(codeSystem.path("id").asText());
        }
        return canonicals;
    }

    private void addRequirements(CompiledLibrary compiled, Library library) {
        CqlCompilerOptions options = libraries.getCqlCompilerOptions();
        boolean recursive = true;
        boolean includeLogicDefinitions = false;
        var gathered = (Library) VersionConvertorFactory_40_50.convertResource(new DataRequirementsProcessor()
                .gatherDataRequirements(libraries, compiled, options, null, includeLogicDefinitions, recursive));
        library.setParameter(gathered.getParameter());
        for (DataRequirement requirement : gathered.getDataRequirement()) {
            if (library.getDataRequirement().stream().noneMatch(requirement::equalsDeep)) {
                library.addDataRequirement(requirement);
            }
        }
    }
}
