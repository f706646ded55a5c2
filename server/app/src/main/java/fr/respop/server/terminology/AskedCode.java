package fr.respop.server.terminology;

import fr.respop.server.fhir.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/**
 * A code that an operation is asked about.
 *
 * @param system the code system
 * @param version its version, if the caller names one
 * @param code the code
 * @param display what the caller takes for its label, if he says
 */
record AskedCode(
        String system,
        @Nullable String version,
        String code,
        @Nullable String display) {

    /**
     * The code or codes that a request names in one of FHIR's three ways.
     *
     * @param code a code, of the system, version and display beside it
     * @param coding the same as one value
     * @param concept several codings for one meaning
     * @throws Refusal 400 if none or several of the ways are used, or a code has no system
     */
    static List<AskedCode> of(
            @Nullable CodeType code,
            @Nullable String system,
            @Nullable String version,
            @Nullable String display,
            @Nullable Coding coding,
            @Nullable CodeableConcept concept) {
        var ways = Stream.of(
                        Optional.ofNullable(AskedParameters.text(code))
                                .map(value -> List.of(new Coding(system, value, display).setVersion(version))),
                        Optional.ofNullable(coding).map(List::of),
                        Optional.ofNullable(concept).map(CodeableConcept::getCoding))
                .flatMap(Optional::stream)
                .toList();
        if (ways.size() != 1 || ways.get(0).isEmpty()) {
            throw AskedParameters.required(
                    "code",
                    "Name what is asked about in exactly one way: code with its system, coding, or codeableConcept.");
        }
        return ways.get(0).stream().map(AskedCode::of).toList();
    }

    private static AskedCode of(Coding coding) {
        if (!coding.hasSystem()) {
            throw AskedParameters.required(
                    "system", "A code means something only in its code system. Give the system of each code.");
        }
        if (!coding.hasCode()) {
            throw AskedParameters.required("code", "Give the code of each coding.");
        }
        return new AskedCode(coding.getSystem(), coding.getVersion(), coding.getCode(), coding.getDisplay());
    }

    /** The one code of a question about one. */
    static AskedCode single(List<AskedCode> codes) {
        if (codes.size() != 1) {
            throw Refusal.badRequest(IssueType.VALUE, "code", "Ask about one code at a time.");
        }
        return codes.get(0);
    }

    String canonicalOfSystem() {
        return AskedParameters.canonical(system, version);
    }

    @Override
    public String toString() {
        return system + "#" + code;
    }
}
