package fr.respop.server.reasoning;

import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityKind;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.ServiceRequest;

/**
 * Lists the proposed acts of a CarePlan where GP software looks for them: one dated activity each.
 *
 * <p>Clinical-reasoning answers a RequestGroup whose actions lead to the acts through two more resources. That stays, as
 * the trace of the logigramme; the list is for readers.
 */
final class CarePlanActivities {

    private CarePlanActivities() {}

    static void list(CarePlan plan) {
        plan.getContained().stream()
                .filter(ServiceRequest.class::isInstance)
                .map(ServiceRequest.class::cast)
                .distinct()
                .forEach(request -> plan.addActivity().setDetail(detail(request)));
    }

    private static CarePlanActivityDetailComponent detail(ServiceRequest request) {
        var detail = new CarePlanActivityDetailComponent()
                .setKind(CarePlanActivityKind.SERVICEREQUEST)
                .setStatus(CarePlanActivityStatus.NOTSTARTED)
                .setCode(request.getCode())
                .setDoNotPerform(false);
        request.getInstantiatesCanonical().forEach(canonical -> detail.addInstantiatesCanonical(canonical.getValue()));
        request.getReasonCode().stream().map(CodeableConcept::copy).forEach(detail::addReasonCode);
        if (request.hasOccurrenceDateTimeType()) {
            detail.setScheduled(new Period().setEndElement(request.getOccurrenceDateTimeType()));
        }
        return detail;
    }
}
