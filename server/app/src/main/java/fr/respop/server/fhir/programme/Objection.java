package fr.respop.server.fhir.programme;

import ca.uhn.fhir.util.DateUtils;
import java.time.LocalDate;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Resource;

/**
 * The objection [opposition] of a resident to the programme, as a Consent: of the scope {@code patient-privacy}, with a
 * provision that denies. While it holds, nobody looks at the resident's record unasked (Respop definition, for the right to
 * object of GDPR, article 21).
 */
public final class Objection {

    /** The code of the search parameter of Consent that finds the active ones, by the value {@code deny}. */
    public static final String SEARCH_PARAMETER = "respop-objection";

    private static final String SCOPES = "http://terminology.hl7.org/CodeSystem/consentscope";

    private Objection() {}

    /** Whether a resource is an active objection, be it over or not. */
    public static boolean isOne(Resource resource) {
        return resource instanceof Consent consent
                && consent.getStatus() == ConsentState.ACTIVE
                && consent.getScope().hasCoding(SCOPES, "patient-privacy")
                && consent.getProvision().getType() == ConsentProvisionType.DENY;
    }

    /**
     * Whether a resource is an objection that holds.
     *
     * @param today the end of its {@code provision.period} is the last day on which it does
     */
    public static boolean holds(Resource resource, LocalDate today) {
        return isOne(resource) && !lastDay((Consent) resource).isBefore(today);
    }

    /** As it is indexed: a month or a year lasts up to its last day, and the day of a time is the one that is written. */
    private static LocalDate lastDay(Consent objection) {
        var period = objection.getProvision().getPeriod();
        if (!period.hasEnd()) {
            return LocalDate.MAX;
        }
        var date = period.getEndElement().getValueAsString().split("T", 2)[0];
        return LocalDate.parse(DateUtils.getCompletedDate(date).getRight());
    }
}
