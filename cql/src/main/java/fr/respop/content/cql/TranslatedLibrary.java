package fr.respop.content.cql;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.hl7.fhir.r4.model.Library;

/**
 * A CQL library with what was made of it.
 *
 * @param file the CQL file
 * @param name the name that the library declares
 * @param version the version that the library declares, empty when it declares none
 * @param elm the library as ELM
 * @param resource the FHIR Library that carries both
 */
public record TranslatedLibrary(Path file, String name, String version, JsonNode elm, Library resource) {}
