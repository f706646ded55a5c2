package fr.respop.server.terminology;

import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * What {@code $validate-code} says of a code.
 *
 * @param isValid whether the code is valid, and its display if one was given
 * @param message why not
 * @param display the label of a valid code
 */
record Verdict(
        boolean isValid, @Nullable String message, @Nullable String display) {

    static Verdict no(String message) {
        return new Verdict(false, message, null);
    }

    Parameters toParameters() {
        var parameters = new Parameters();
        parameters.addParameter("result", isValid);
        if (message != null) {
            parameters.addParameter("message", message);
        }
        if (display != null) {
            parameters.addParameter("display", display);
        }
        return parameters;
    }
}
