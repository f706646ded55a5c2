package fr.respop.server.objection;

import fr.respop.server.fhir.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;

/**
 * What an objection may say: an objection to some of the programme, or to some people, that nobody follows would be worse
 * than one that is refused.
 */
final class ObjectionRules {

    private static final List<String> FOLLOWED = List.of("type", "period", "id", "extension");

    private ObjectionRules() {}

    /** @throws Refusal 422 if it names no resident of this server, has not begun, or is about less than the whole programme */
    static void check(Consent objection, LocalDate today) {
        if (!isOfThisServer(objection.getPatient())) {
            throw Refusal.unprocessable(
                    IssueType.REQUIRED, "Consent.patient", "Say who objects: a reference Patient/<id> of this server.");
        }
        objection.getProvision().children().stream()
                .filter(Property::hasValues)
                .map(Property::getName)
                .filter(element -> !FOLLOWED.contains(element))
                .findFirst()
                .ifPresent(ObjectionRules::refuseNarrower);
        refuseLater(objection, today);
    }

    /** Nobody would follow the objection of who is elsewhere. A placeholder within a Bundle has no type yet. */
    private static boolean isOfThisServer(Reference patient) {
        var id = patient.getReferenceElement();
        return patient.hasReference()
                && !id.isAbsolute()
                && !id.isLocal()
                && (!id.hasResourceType() || "Patient".equals(id.getResourceType()));
    }

    private static void refuseNarrower(String element) {
        throw Refusal.unprocessable(
                IssueType.NOTSUPPORTED,
                "Consent.provision." + element,
                "An objection is one to the whole programme, since a narrower one would be stored and not followed. Leave"
                        + " this element out if the resident objects to the programme.");
    }

    private static void refuseLater(Consent objection, LocalDate today) {
        var period = objection.getProvision().getPeriod();
        if (period.hasStart()
                && period.getStartElement()
                                .getValueAsString()
                                .compareTo(today.plusDays(1).toString())
                        >= 0) {
            throw Refusal.unprocessable(
                    IssueType.BUSINESSRULE,
                    "Consent.provision.period.start",
                    "An objection holds from when it is stored: store it on that day.");
        }
    }
}
