package fr.respop.server.territory;

import fr.respop.server.fhir.Refusal;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.StringType;

/** What a territory must be by itself; that no other claims its codes is {@link Claims}' concern. */
final class TerritoryRules {

    private static final Pattern POSTAL_CODE = Pattern.compile("[0-9]{5}");
    private static final Pattern PMSI_GEOGRAPHIC_CODE = Pattern.compile("[0-9]{5}|[0-9][0-9AB]C[0-9]{2}");

    private TerritoryRules() {}

    /** Refuses a territory with a code that is malformed or stands twice. */
    static void check(Organization territory) {
        checkCodes(
                territory,
                Territory.POSTAL_CODE,
                POSTAL_CODE,
                "A postal code is a valueString of 5 digits, never a number. Send for example \"01000\", with its leading"
                        + " zero.");
        checkCodes(
                territory,
                Territory.PMSI_GEOGRAPHIC_CODE,
                PMSI_GEOGRAPHIC_CODE,
                "A PMSI geographic code is a valueString of 5 characters: a postal code, or department, C and two digits."
                        + " Send for example \"25000\" or \"2AC14\".");
    }

    private static void checkCodes(Organization territory, String url, Pattern form, String formRule) {
        var seen = new HashSet<String>();
        var extensions = territory.getExtension();
        for (int position = 0; position < extensions.size(); position++) {
            var extension = extensions.get(position);
            if (url.equals(extension.getUrl())) {
                checkCode(extension, expression(position), form, formRule, seen);
            }
        }
    }

    private static void checkCode(
            Extension extension, String expression, Pattern form, String formRule, Set<String> seen) {
        if (!(extension.getValue() instanceof StringType value)
                || value.getValue() == null
                || !form.matcher(value.getValue()).matches()) {
            throw Refusal.unprocessable(IssueType.VALUE, expression, formRule);
        }
        if (!seen.add(value.getValue())) {
            throw Refusal.unprocessable(
                    IssueType.DUPLICATE,
                    expression,
                    "A territory lists a code once, and " + value.getValue()
                            + " stands here again. Remove one of the two.");
        }
    }

    /** Where a code stands in an Organization, as FHIRPath. */
    static String expression(int position) {
        return "Organization.extension[" + position + "].value";
    }
}
