package fr.respop.server.terminology;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import fr.respop.server.fhir.FhirOperations;
import fr.respop.server.fhir.KnownParameters;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code $validate-code} of value sets and of code systems. */
@Component
class ValidateCodeProvider implements FhirOperations {

    private static final Set<String> OF_VALUE_SETS = Set.of(
            "url",
            "valueSet",
            "valueSetVersion",
            "code",
            "system",
            "systemVersion",
            "display",
            "coding",
            "codeableConcept",
            "displayLanguage");
    private static final Set<String> OF_CODE_SYSTEMS =
            Set.of("url", "codeSystem", "version", "code", "display", "coding", "codeableConcept", "displayLanguage");

    private final Terminology terminology;
    private final CodeValidator validator;

    ValidateCodeProvider(Terminology terminology, CodeValidator validator) {
        this.terminology = terminology;
        this.validator = validator;
    }

    /**
     * Tells whether a code is in a value set.
     *
     * @param id the value set, when the operation is called on one
     * @param url otherwise its canonical
     * @param valueSet otherwise the value set itself, in a body
     * @param valueSetVersion its version, when the canonical has none
     * @param code the code
     * @param system the code's system, which a code needs
     * @param systemVersion the system's version
     * @param display what the caller takes for the code's label
     * @param coding the code as one value
     * @param codeableConcept several codings, of which one has to be in the value set
     * @param displayLanguage the language of the label that is answered
     * @return {@code result}, and why not or the code's label
     */
    @Operation(name = "$validate-code", type = ValueSet.class, idempotent = true)
    public Parameters validateInValueSet(
            @IdParam(optional = true) @Nullable IdType id,
            @OperationParam(name = "url") @Nullable UriType url,
            @OperationParam(name = "valueSet") @Nullable ValueSet valueSet,
            @OperationParam(name = "valueSetVersion") @Nullable StringType valueSetVersion,
            @OperationParam(name = "code") @Nullable CodeType code,
            @OperationParam(name = "system") @Nullable UriType system,
            @OperationParam(name = "systemVersion") @Nullable StringType systemVersion,
            @OperationParam(name = "display") @Nullable StringType display,
            @OperationParam(name = "coding") @Nullable Coding coding,
            @OperationParam(name = "codeableConcept") @Nullable CodeableConcept codeableConcept,
            @OperationParam(name = "displayLanguage") @Nullable CodeType displayLanguage,
            RequestDetails request) {
        KnownParameters.refuseOthers(request, OF_VALUE_SETS);
        var asked = AskedValueSet.of(terminology, id, url, valueSetVersion, valueSet);
        var codes = AskedCode.of(
                code,
                AskedParameters.text(system),
                AskedParameters.text(systemVersion),
                AskedParameters.text(display),
                coding,
                codeableConcept);
        return validator
                .inValueSet(asked, codes, AskedParameters.text(displayLanguage))
                .toParameters();
    }

    /**
     * Tells whether a code is in a code system.
     *
     * @param id the code system, when the operation is called on one
     * @param url otherwise its canonical; a coding brings its own
     * @param codeSystem otherwise the code system itself, in a body
     * @param version the code system's version
     * @param code the code
     * @param display what the caller takes for the code's label
     * @param coding the code as one value
     * @param codeableConcept several codings, of which one has to be in the code system
     * @param displayLanguage the language of the label that is answered
     * @return {@code result}, and why not or the code's label
     */
    @Operation(name = "$validate-code", type = CodeSystem.class, idempotent = true)
    public Parameters validateInCodeSystem(
            @IdParam(optional = true) @Nullable IdType id,
            @OperationParam(name = "url") @Nullable UriType url,
            @OperationParam(name = "codeSystem") @Nullable CodeSystem codeSystem,
            @OperationParam(name = "version") @Nullable StringType version,
            @OperationParam(name = "code") @Nullable CodeType code,
            @OperationParam(name = "display") @Nullable StringType display,
            @OperationParam(name = "coding") @Nullable Coding coding,
            @OperationParam(name = "codeableConcept") @Nullable CodeableConcept codeableConcept,
            @OperationParam(name = "displayLanguage") @Nullable CodeType displayLanguage,
            RequestDetails request) {
        KnownParameters.refuseOthers(request, OF_CODE_SYSTEMS);
        var asked = codeSystem(id, url, codeSystem, version, coding);
        var codes = AskedCode.of(
                code,
                asked.getUrl(),
                AskedParameters.text(version),
                AskedParameters.text(display),
                coding,
                codeableConcept);
        return validator
                .inCodeSystem(asked, codes, AskedParameters.text(displayLanguage))
                .toParameters();
    }

    private CodeSystem codeSystem(
            @Nullable IdType id,
            @Nullable UriType url,
            @Nullable CodeSystem sent,
            @Nullable StringType version,
            @Nullable Coding coding) {
        if (id != null) {
            return terminology.byId(CodeSystem.class, id);
        }
        if (sent != null) {
            return sent;
        }
        var canonical = AskedParameters.text(url);
        if (canonical == null && coding != null) {
            canonical = coding.getSystem();
        }
        if (canonical == null) {
            throw AskedParameters.required(
                    "url",
                    "Name the code system: CodeSystem/<id>/$validate-code, url=<canonical>, or the parameter codeSystem"
                            + " with the resource itself.");
        }
        return terminology.codeSystem("url", AskedParameters.canonical(canonical, AskedParameters.text(version)));
    }
}
