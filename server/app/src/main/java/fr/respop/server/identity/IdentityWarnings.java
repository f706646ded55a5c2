package fr.respop.server.identity;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** The warnings that one request has caused, kept with the request until it is answered. */
final class IdentityWarnings {

    private final List<Warned> all = new ArrayList<>();

    private IdentityWarnings() {}

    static IdentityWarnings of(RequestDetails request) {
        return (IdentityWarnings)
                request.getUserData().computeIfAbsent(IdentityWarnings.class, key -> new IdentityWarnings());
    }

    /** A write that is tried again replaces what it said before. */
    void add(IBaseResource resource, List<Finding> findings) {
        all.removeIf(warned -> warned.resource == resource);
        all.add(new Warned(resource, findings));
    }

    List<Finding> findings() {
        return all.stream().flatMap(warned -> warned.findings().stream()).toList();
    }

    /** The warnings on a resource, by its type and logical id. */
    List<Finding> on(String reference) {
        return all.stream()
                .filter(warned -> warned.reference().equals(reference))
                .flatMap(warned -> warned.findings().stream())
                .toList();
    }

    /** The resource gets its id only when it is stored, so it is kept whole. */
    private record Warned(IBaseResource resource, List<Finding> findings) {

        String reference() {
            return resource.getIdElement().toUnqualifiedVersionless().getValue();
        }
    }
}
