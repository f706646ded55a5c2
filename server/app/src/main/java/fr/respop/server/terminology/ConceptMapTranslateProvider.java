package fr.respop.server.terminology;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import fr.respop.server.fhir.FhirOperations;
import fr.respop.server.fhir.KnownParameters;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UriType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code ConceptMap/$translate}: the codes of other systems that a code is mapped to. */
@Component
class ConceptMapTranslateProvider implements FhirOperations {

    private static final Set<String> PARAMETERS = Set.of(
            "url",
            "conceptMap",
            "conceptMapVersion",
            "code",
            "system",
            "version",
            "source",
            "coding",
            "codeableConcept",
            "target",
            "targetsystem",
            "reverse");

    private final Terminology terminology;
    private final Translator translator;

    ConceptMapTranslateProvider(Terminology terminology, Translator translator) {
        this.terminology = terminology;
        this.translator = translator;
    }

    /**
     * Translates a code with one map, or with all stored maps that have its system.
     *
     * @param id the map, when the operation is called on one
     * @param url otherwise its canonical
     * @param conceptMap otherwise the map itself, in a body
     * @param conceptMapVersion its version, when the canonical has none
     * @param code the code
     * @param system its system
     * @param version the system's version
     * @param source the value set that the maps are from
     * @param coding the code as one value
     * @param codeableConcept several codings, each of which is translated
     * @param target the value set that the maps are to
     * @param targetSystem the only system to translate to
     * @param reverse whether to read the maps from target to source
     * @return {@code result}, why not, and a {@code match} for every code that was found
     */
    @Operation(name = "$translate", type = ConceptMap.class, idempotent = true)
    public Parameters translate(
            @IdParam(optional = true) @Nullable IdType id,
            @OperationParam(name = "url") @Nullable UriType url,
            @OperationParam(name = "conceptMap") @Nullable ConceptMap conceptMap,
            @OperationParam(name = "conceptMapVersion") @Nullable StringType conceptMapVersion,
            @OperationParam(name = "code") @Nullable CodeType code,
            @OperationParam(name = "system") @Nullable UriType system,
            @OperationParam(name = "version") @Nullable StringType version,
            @OperationParam(name = "source") @Nullable UriType source,
            @OperationParam(name = "coding") @Nullable Coding coding,
            @OperationParam(name = "codeableConcept") @Nullable CodeableConcept codeableConcept,
            @OperationParam(name = "target") @Nullable UriType target,
            @OperationParam(name = "targetsystem") @Nullable UriType targetSystem,
            @OperationParam(name = "reverse") @Nullable BooleanType reverse,
            RequestDetails request) {
        KnownParameters.refuseOthers(request, PARAMETERS);
        var codes = AskedCode.of(
                code, AskedParameters.text(system), AskedParameters.text(version), null, coding, codeableConcept);
        var isReverse = AskedParameters.isTrue(reverse);
        var named = named(id, url, conceptMap, conceptMapVersion);
        var matches = codes.stream()
                .flatMap(asked -> (named.isEmpty() ? terminology.conceptMaps(asked.system(), isReverse) : named)
                        .stream()
                                .filter(map -> isAbout(map.getSource(), source) && isAbout(map.getTarget(), target))
                                .flatMap(map -> translator.matches(map, asked, isReverse)))
                .filter(match -> targetSystem == null
                        || Objects.equals(
                                targetSystem.getValue(), match.concept().system()))
                .distinct()
                .toList();
        return answer(codes, matches);
    }

    private List<ConceptMap> named(
            @Nullable IdType id, @Nullable UriType url, @Nullable ConceptMap sent, @Nullable StringType version) {
        if (id != null) {
            return List.of(terminology.byId(ConceptMap.class, id));
        }
        if (sent != null) {
            return List.of(sent);
        }
        var canonical = AskedParameters.text(url);
        return canonical == null
                ? List.of()
                : List.of(terminology.conceptMap(
                        "url", AskedParameters.canonical(canonical, AskedParameters.text(version))));
    }

    private static boolean isAbout(@Nullable Type scope, @Nullable UriType asked) {
        return asked == null || (scope != null && Objects.equals(scope.primitiveValue(), asked.getValue()));
    }

    private static Parameters answer(List<AskedCode> codes, List<Match> matches) {
        var answer = new Parameters();
        var isTranslated = matches.stream().anyMatch(Match::isTranslation);
        answer.addParameter("result", isTranslated);
        if (!isTranslated) {
            answer.addParameter(
                    "message",
                    "No map of this server translates "
                            + String.join(
                                    ", ",
                                    codes.stream().map(AskedCode::toString).toList())
                            + " as asked.");
        }
        matches.forEach(match -> answer.addParameter(match.toParameter()));
        return answer;
    }
}
