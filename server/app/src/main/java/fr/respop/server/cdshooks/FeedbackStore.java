package fr.respop.server.cdshooks;

import fr.respop.server.fhir.LocalStore;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;

/**
 * Keeps feedback as AuditEvents: something that a user did, which is no part of the patient's record and never changes.
 * Neither the patient nor the user is named in it.
 */
@Component
class FeedbackStore {

    private static final String OUTCOMES = "https://respop.org/fhir/CodeSystem/respop-card-outcome";
    private static final String UUIDS = "urn:ietf:rfc:3986";

    private final LocalStore store;

    FeedbackStore(LocalStore store) {
        this.store = store;
    }

    /** Writes all or nothing. */
    void add(CdsService service, List<Feedback> feedback) {
        var transaction = new Bundle().setType(BundleType.TRANSACTION);
        for (var one : feedback) {
            transaction
                    .addEntry()
                    .setResource(event(service, one))
                    .getRequest()
                    .setMethod(HTTPVerb.POST)
                    .setUrl("AuditEvent");
        }
        store.transaction(transaction);
    }

    private static AuditEvent event(CdsService service, Feedback feedback) {
        var event = new AuditEvent()
                .setType(new Coding(
                        "http://terminology.hl7.org/CodeSystem/audit-event-type", "rest", "RESTful Operation"))
                .addSubtype(new Coding(OUTCOMES, feedback.outcome(), null))
                .setAction(AuditEventAction.E)
                .setRecorded(Date.from(feedback.time()))
                .setOutcome(AuditEventOutcome._0);
        event.addAgent().setRequestor(true);
        event.getSource().setObserver(new Reference().setDisplay(Cards.PUBLISHER));
        var card = event.addEntity()
                .setName(feedback.card().toString())
                .setDescription(service.id())
                .setWhat(new Reference()
                        .setIdentifier(new Identifier().setSystem(UUIDS).setValue("urn:uuid:" + feedback.card())));
        feedback.acceptedSuggestions().forEach(id -> detail(card, "accepted-suggestion", "urn:uuid:" + id));
        feedback.reason()
                .ifPresent(reason -> detail(
                        card,
                        "override-reason",
                        (reason.hasSystem() ? reason.getSystem() + "|" : "") + reason.getCode()));
        feedback.comment().ifPresent(comment -> detail(card, "user-comment", comment));
        return event;
    }

    private static void detail(AuditEventEntityComponent entity, String type, String value) {
        entity.addDetail().setType(type).setValue(new StringType(value));
    }
}
