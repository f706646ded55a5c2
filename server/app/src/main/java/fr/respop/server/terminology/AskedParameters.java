package fr.respop.server.terminology;

import fr.respop.server.fhir.Refusal;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of an operation. */
final class AskedParameters {

    private AskedParameters() {}

    /** The text of a parameter, null when it is absent or blank. */
    static @Nullable String text(@Nullable PrimitiveType<?> parameter) {
        return parameter == null || parameter.isEmpty() ? null : parameter.primitiveValue();
    }

    static boolean isTrue(@Nullable PrimitiveType<Boolean> parameter) {
        return parameter != null && Boolean.TRUE.equals(parameter.getValue());
    }

    /** A canonical with the version that a second parameter gives. */
    static String canonical(String url, @Nullable String version) {
        return version == null || url.contains("|") ? url : url + "|" + version;
    }

    static Refusal required(String element, String ruleAndCure) {
        return Refusal.badRequest(IssueType.REQUIRED, element, ruleAndCure);
    }
}
