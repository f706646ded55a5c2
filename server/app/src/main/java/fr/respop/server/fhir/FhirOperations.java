package fr.respop.server.fhir;

/**
 * Marks a bean whose HAPI-annotated methods are FHIR operations of this server.
 *
 * <p>Every bean of this type is registered with the REST server and so appears in the CapabilityStatement.
 */
public interface FhirOperations {}
