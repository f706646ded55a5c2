package fr.respop.server.cdshooks;

import fr.respop.engine.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;

/**
 * All that is known of a resident for one answer: what is stored and what the client sent.
 *
 * @param id the reference of the resident, such as {@code Patient/123}
 * @param resources the record, with one Patient and without drafts
 * @param stored the references of the resources that are stored here and were taken from there
 */
record ResidentRecord(String id, List<Resource> resources, Set<String> stored) {

    /** Drafts are no facts: those that matter are the ones that a request asks about. */
    ResidentRecord {
        resources = resources.stream().filter(resource -> !isDraft(resource)).toList();
    }

    Subject subject() {
        return new Subject(id, resources);
    }

    /** The record as it would be with more resources. */
    Subject with(List<? extends Resource> more) {
        var all = new ArrayList<>(resources);
        all.addAll(more);
        return new Subject(id, all);
    }

    static String reference(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    static boolean isDraft(Resource resource) {
        var status = resource.getNamedProperty("status");
        return status != null
                && Stream.ofNullable(status.getValues())
                        .flatMap(List::stream)
                        .anyMatch(value -> "draft".equals(value.primitiveValue()));
    }
}
