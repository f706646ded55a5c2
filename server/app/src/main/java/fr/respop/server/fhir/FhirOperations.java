package fr.respop.server.fhir;

import java.util.List;

/**
 * Offers FHIR operations of this server: objects whose methods bear HAPI's {@code @Operation}.
 *
 * <p>Every one is registered with the REST server and so appears in the CapabilityStatement. A bean usually is its own
 * provider.
 */
public interface FhirOperations {

    /** The objects with the operations. */
    default List<?> providers() {
        return List.of(this);
    }
}
