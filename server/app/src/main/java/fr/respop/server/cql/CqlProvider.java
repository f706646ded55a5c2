package fr.respop.server.cql;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import fr.respop.server.fhir.FhirOperations;
import fr.respop.server.fhir.KnownParameters;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.evaluation.RequestedPeriod;
import fr.respop.server.fhir.evaluation.ResidentReference;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code $cql} of the Clinical Practice Guidelines guide: evaluates CQL that the caller writes. */
@Component
public class CqlProvider implements FhirOperations {

    private static final Set<String> PARAMETERS = Set.of(
            "subject",
            "expression",
            "content",
            "library",
            "parameters",
            "periodStart",
            "periodEnd",
            "Measurement Period",
            "useServerData");

    /** The guide has them; they name data and content that are elsewhere. */
    private static final List<String> NOT_HERE =
            List.of("data", "prefetchData", "dataEndpoint", "contentEndpoint", "terminologyEndpoint");

    private final CqlService service;
    private final EvaluationProperties properties;

    CqlProvider(CqlService service, EvaluationProperties properties) {
        this.service = service;
        this.properties = properties;
    }

    /**
     * Evaluates an expression, or a whole library, that is not stored.
     *
     * @param subject {@code Patient/<id>}; needed by CQL that looks at a resident's data
     * @param expression the CQL of an expression; with {@code content}, names of its expressions
     * @param content the CQL of a whole library, of which all public expressions are evaluated unless some are named
     * @param library stored libraries that the expression includes: {@code url}, and {@code name} for the alias
     * @param periodStart the first day of the measurement period; or the parameter {@code Measurement Period}; needed by
     *     CQL whose libraries declare that parameter
     * @param periodEnd the last day of the measurement period, which is also the date of the evaluation
     * @param parameters parameters by name, {@code Measurement Period} (a Period) among them
     * @param useServerData {@code true}: there are no other data here
     * @return the parameter {@code return}; with {@code content}, one parameter an expression, named like it; a list gives
     *     one each element
     */
    @Operation(name = "$cql", idempotent = true)
    public Parameters evaluate(
            @OperationParam(name = "subject") @Nullable String subject,
            @OperationParam(name = "expression") @Nullable List<String> expression,
            @OperationParam(name = "content") @Nullable String content,
            @OperationParam(name = "library") @Nullable List<ParametersParameterComponent> library,
            @OperationParam(name = "periodStart") @Nullable String periodStart,
            @OperationParam(name = "periodEnd") @Nullable String periodEnd,
            @OperationParam(name = "parameters") @Nullable Parameters parameters,
            @OperationParam(name = "useServerData") @Nullable BooleanType useServerData,
            RequestDetails request) {
        refuseOtherData(request, useServerData);
        KnownParameters.refuseOthers(request, PARAMETERS);
        var included = Objects.requireNonNullElse(library, List.<ParametersParameterComponent>of()).stream()
                .map(IncludedLibrary::of)
                .toList();
        return service.evaluate(new CqlRequest(
                AskedCql.of(Objects.requireNonNullElse(expression, List.of()), Optional.ofNullable(content), included),
                Optional.ofNullable(subject).map(ResidentReference::idOf),
                RequestedPeriod.of(periodStart, periodEnd, parameters, request, properties.timeZone()),
                Optional.ofNullable(parameters)));
    }

    private static void refuseOtherData(RequestDetails request, @Nullable BooleanType useServerData) {
        var names = KnownParameters.names(request);
        var refused = NOT_HERE.stream().filter(names::contains).findFirst();
        if (refused.isPresent()) {
            throw notSupported(refused.get());
        }
        if (useServerData != null && !useServerData.booleanValue()) {
            throw notSupported("useServerData");
        }
    }

    private static Refusal notSupported(String parameter) {
        return Refusal.unprocessable(
                IssueType.NOTSUPPORTED,
                parameter,
                "CQL is evaluated here on what this server has stored: data, libraries and value sets. Leave out the"
                        + " parameter " + parameter + " and store what is needed first.");
    }
}
