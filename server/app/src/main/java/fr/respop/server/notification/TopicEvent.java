package fr.respop.server.notification;

import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;

/**
 * Something that happened to a resident.
 *
 * @param focus the resource that it is about, as it was written
 */
record TopicEvent(Topic topic, String patientId, Resource focus) {

    /** The version of the focus. */
    IdType focusId() {
        return new IdType(
                focus.fhirType(),
                focus.getIdElement().getIdPart(),
                focus.getIdElement().getVersionIdPart());
    }
}
