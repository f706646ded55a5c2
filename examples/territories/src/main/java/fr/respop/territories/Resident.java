package fr.respop.territories;

import java.util.List;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/** A resident with all resources about them; each resource comes after those it refers to. */
public record Resident(Patient patient, List<Resource> resources) {

    public Resident {
        resources = List.copyOf(resources);
    }
}
