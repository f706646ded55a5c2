package fr.respop.server.terminology;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import fr.respop.engine.terminology.Concepts;
import fr.respop.server.fhir.FhirOperations;
import fr.respop.server.fhir.KnownParameters;
import fr.respop.server.fhir.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code CodeSystem/$lookup} and {@code CodeSystem/$subsumes}. */
@Component
class CodeSystemProvider implements FhirOperations {

    private static final Set<String> OF_LOOKUP =
            Set.of("code", "system", "version", "coding", "displayLanguage", "property");
    private static final Set<String> OF_SUBSUMES = Set.of("codeA", "codeB", "system", "version", "codingA", "codingB");

    private final Terminology terminology;

    CodeSystemProvider(Terminology terminology) {
        this.terminology = terminology;
    }

    /**
     * Tells all that a code system says of a code.
     *
     * @param code the code
     * @param system its system
     * @param version the system's version
     * @param coding the code as one value
     * @param displayLanguage the language of the display, where the concept has a label in it
     * @param properties the properties to answer; all when left out
     */
    @Operation(name = "$lookup", type = CodeSystem.class, idempotent = true)
    public Parameters lookUp(
            @OperationParam(name = "code") @Nullable CodeType code,
            @OperationParam(name = "system") @Nullable UriType system,
            @OperationParam(name = "version") @Nullable StringType version,
            @OperationParam(name = "coding") @Nullable Coding coding,
            @OperationParam(name = "displayLanguage") @Nullable CodeType displayLanguage,
            @OperationParam(name = "property") @Nullable List<CodeType> properties,
            RequestDetails request) {
        KnownParameters.refuseOthers(request, OF_LOOKUP);
        var asked = AskedCode.single(
                AskedCode.of(code, AskedParameters.text(system), AskedParameters.text(version), null, coding, null));
        var concepts = new Concepts(terminology.codeSystem("system", asked.canonicalOfSystem()));
        var concept = concepts.find(asked.code()).orElseThrow(() -> unknown("code", asked));
        var names = Optional.ofNullable(properties).orElse(List.of()).stream()
                .map(CodeType::getValue)
                .collect(Collectors.toSet());
        return ConceptDescription.of(concepts, concept, names, AskedParameters.text(displayLanguage));
    }

    /**
     * Tells which of two codes of a code system is the broader one.
     *
     * @param id the code system, when the operation is called on one
     * @param codeA the one code
     * @param codeB the other one
     * @param system otherwise the code system of both
     * @param version the system's version
     * @param codingA the one code as one value
     * @param codingB the other one as one value
     * @return {@code outcome}: equivalent, subsumes (A is the broader one), subsumed-by or not-subsumed
     */
    @Operation(name = "$subsumes", type = CodeSystem.class, idempotent = true)
    public Parameters compare(
            @IdParam(optional = true) @Nullable IdType id,
            @OperationParam(name = "codeA") @Nullable CodeType codeA,
            @OperationParam(name = "codeB") @Nullable CodeType codeB,
            @OperationParam(name = "system") @Nullable UriType system,
            @OperationParam(name = "version") @Nullable StringType version,
            @OperationParam(name = "codingA") @Nullable Coding codingA,
            @OperationParam(name = "codingB") @Nullable Coding codingB,
            RequestDetails request) {
        KnownParameters.refuseOthers(request, OF_SUBSUMES);
        var onOne = Optional.ofNullable(id).map(given -> terminology.byId(CodeSystem.class, given));
        var url = onOne.map(CodeSystem::getUrl).orElse(AskedParameters.text(system));
        var a = AskedCode.single(AskedCode.of(codeA, url, AskedParameters.text(version), null, codingA, null));
        var b = AskedCode.single(AskedCode.of(codeB, url, AskedParameters.text(version), null, codingB, null));
        if (!a.canonicalOfSystem().equals(b.canonicalOfSystem())) {
            throw AskedParameters.required("codingB", "Both codes are of one code system and version.");
        }
        var concepts = new Concepts(onOne.orElseGet(() -> terminology.codeSystem("system", a.canonicalOfSystem())));
        refuseUnknown(concepts, "codeA", a);
        refuseUnknown(concepts, "codeB", b);
        var answer = new Parameters();
        answer.addParameter("outcome", new CodeType(outcome(concepts, a.code(), b.code())));
        return answer;
    }

    private static String outcome(Concepts concepts, String a, String b) {
        if (concepts.isNarrower(b, a)) {
            return "subsumes";
        }
        if (concepts.isNarrower(a, b)) {
            return "subsumed-by";
        }
        return concepts.isA(a, b) ? "equivalent" : "not-subsumed";
    }

    private static void refuseUnknown(Concepts concepts, String element, AskedCode asked) {
        if (concepts.find(asked.code()).isEmpty()) {
            throw unknown(element, asked);
        }
    }

    private static Refusal unknown(String element, AskedCode asked) {
        return Refusal.notFound(
                element,
                "The code system " + asked.system() + " has no code " + asked.code()
                        + ". Correct the code or the system.");
    }
}
