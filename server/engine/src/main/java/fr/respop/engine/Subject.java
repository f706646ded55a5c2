package fr.respop.engine;

import java.util.List;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Resource;

/**
 * A subject whose resources are in memory.
 *
 * @param id the reference of the subject, such as {@code Patient/123}
 * @param resources all resources of the subject, its Patient included, in a stable order
 */
public record Subject(String id, List<Resource> resources) implements SubjectRecord {

    private static final Pattern REFERENCE = Pattern.compile("[A-Z][A-Za-z]+/[A-Za-z0-9.-]{1,64}");

    public Subject {
        if (!REFERENCE.matcher(id).matches()) {
            throw new IllegalArgumentException("Not a reference such as Patient/123: " + id);
        }
        resources = List.copyOf(resources);
    }
}
