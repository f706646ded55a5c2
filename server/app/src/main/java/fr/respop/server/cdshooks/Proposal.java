package fr.respop.server.cdshooks;

import java.time.LocalDate;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;

/**
 * The order that is proposed for an item, from the item's ActivityDefinition.
 *
 * @param setting whose evaluator is at the resident
 */
record Proposal(Setting setting) {

    /**
     * A draft that becomes the practitioner's order when it is signed. It names no evidence: the client's server need not
     * know the resources.
     *
     * @param due the day by which the item is due; what is overdue is for today
     */
    ServiceRequest request(Item item, LocalDate due) {
        var activity = item.activity();
        var today = setting.today();
        var request = new ServiceRequest()
                .setStatus(ServiceRequestStatus.DRAFT)
                .setIntent(ServiceRequestIntent.ORDER)
                .setCode(new CodeableConcept()
                        .setCoding(activity.getCode().copy().getCoding())
                        .setText(item.name(setting.language())))
                .setSubject(new Reference(setting.request().patient()))
                .setOccurrence(new DateTimeType((due.isBefore(today) ? today : due).toString()));
        request.getInstantiatesCanonical()
                .add(new CanonicalType(activity.getUrl() + (activity.hasVersion() ? "|" + activity.getVersion() : "")));
        item.reason(setting.evaluator()).ifPresent(reason -> request.addReasonCode(reason.copy()));
        return request;
    }
}
