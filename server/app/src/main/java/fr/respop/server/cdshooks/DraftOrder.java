package fr.respop.server.cdshooks;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;

/** An order that is not signed yet. */
record DraftOrder(Resource resource) {

    String reference() {
        return ResidentRecord.reference(resource);
    }

    /** What is ordered; empty when the order does not say it by a concept. */
    CodeableConcept code() {
        if (resource instanceof ServiceRequest request) {
            return request.getCode();
        }
        return resource instanceof MedicationRequest request && request.hasMedicationCodeableConcept()
                ? request.getMedicationCodeableConcept()
                : new CodeableConcept();
    }

    /** What it is called, as well as the order says it. */
    String name(Texts texts) {
        var coding = code().getCodingFirstRep();
        return Stream.of(code().getText(), coding.getDisplay(), coding.getCode())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> texts.of("order.unnamed"));
    }

    /** The act that it asks for; none of a drug, or of what is not to be done. */
    Optional<ServiceRequest> act() {
        return resource instanceof ServiceRequest request && !request.getDoNotPerform()
                ? Optional.of(request)
                : Optional.empty();
    }
}
