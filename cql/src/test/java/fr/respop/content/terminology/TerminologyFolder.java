package fr.respop.content.terminology;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceComponent;

/** The files of the folder {@code terminology}, as they are in the repository. */
final class TerminologyFolder {

    private static final Path ROOT = Path.of("..");

    private final List<Resource> resources;

    private TerminologyFolder(List<Resource> resources) {
        this.resources = resources;
    }

    static TerminologyFolder read() {
        var parser = FhirContext.forR4Cached().newJsonParser();
        try (Stream<Path> files = Files.walk(ROOT.resolve("terminology"))) {
            return new TerminologyFolder(files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> (Resource) parser.parseResource(text(file)))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of the library that names the code systems. */
    static String concepts() {
        return text(ROOT.resolve("cql/library/RespopConcepts.cql"));
    }

    <T extends Resource> List<T> all(Class<T> type) {
        return resources.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T extends Resource> T one(Class<T> type, String id) {
        return all(type).stream()
                .filter(resource -> resource.getIdElement().getIdPart().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no " + type.getSimpleName() + " " + id));
    }

    /** The concepts of a code system at every level. */
    static Stream<ConceptDefinitionComponent> concepts(CodeSystem system) {
        return nested(system.getConcept());
    }

    private static Stream<ConceptDefinitionComponent> nested(List<ConceptDefinitionComponent> concepts) {
        return concepts.stream().flatMap(concept -> Stream.concat(Stream.of(concept), nested(concept.getConcept())));
    }

    /** The concepts that a value set lists of a system. */
    static Stream<ConceptReferenceComponent> listed(ValueSet valueSet, String system) {
        return valueSet.getCompose().getInclude().stream()
                .filter(include -> system.equals(include.getSystem()))
                .flatMap(include -> include.getConcept().stream());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
