package fr.respop.server.fhir.border;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.model.api.IQueryParameterType;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.SearchTotalModeEnum;
import ca.uhn.fhir.rest.api.SummaryEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.DateParam;
import ca.uhn.fhir.rest.param.NumberParam;
import ca.uhn.fhir.rest.param.QuantityParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry.SearchParamLookupContextEnum;
import fr.respop.server.fhir.Refusal;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * Refuses a parameter whose value or modifier means nothing, where HAPI would answer as if it had not been given.
 *
 * <p>To ignore part of a question is to answer another one: a filter left out returns residents nobody asked for.
 */
@Interceptor
class ParameterChecks {

    private static final Set<String> MODIFIERS = Set.of(
            "above",
            "below",
            "code-text",
            "contains",
            "exact",
            "identifier",
            "in",
            "iterate",
            "missing",
            "not",
            "not-in",
            "of-type",
            "recurse",
            "text");

    private final FhirContext context;
    private final ISearchParamRegistry searchParameters;

    ParameterChecks(FhirContext context, ISearchParamRegistry searchParameters) {
        this.context = context;
        this.searchParameters = searchParameters;
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
    public void check(RequestDetails request) {
        checkValue(request, "_count", "a whole number from 0", count -> count.matches("\\d{1,9}"));
        checkValue(request, "_summary", "true, false, text, data or count", code -> SummaryEnum.fromCode(code) != null);
        checkValue(
                request, "_total", "none, estimated or accurate", code -> SearchTotalModeEnum.fromCode(code) != null);
        checkValue(request, "_pretty", "true or false", code -> code.equals("true") || code.equals("false"));
        if (request.getRestOperationType() == RestOperationTypeEnum.SEARCH_TYPE) {
            request.getParameters().forEach((name, values) -> {
                checkModifier(name);
                checkSearchValues(request.getResourceName(), name, values);
            });
        }
    }

    private static void checkValue(RequestDetails request, String name, String allowed, Predicate<String> isAllowed) {
        for (var value : request.getParameters().getOrDefault(name, new String[0])) {
            if (!isAllowed.test(value)) {
                throw Refusal.badRequest(
                        IssueType.VALUE,
                        name,
                        "The value of " + name + " is " + allowed + ". Correct it or leave it out.");
            }
        }
    }

    private void checkModifier(String name) {
        var modifier = modifierOf(name);
        if (modifier.isPresent()
                && !MODIFIERS.contains(modifier.get())
                && !context.getResourceTypes().contains(modifier.get())) {
            throw Refusal.badRequest(
                    IssueType.NOTSUPPORTED,
                    name,
                    "There is no modifier :" + modifier.get() + ". Use one of FHIR's, for example :exact or :missing.");
        }
    }

    /** What stands after the first colon, up to a chain. {@code _has} is written with colons that are none. */
    private static Optional<String> modifierOf(String name) {
        var colon = name.indexOf(':');
        if (colon < 0 || name.startsWith("_has:")) {
            return Optional.empty();
        }
        return Optional.of(name.substring(colon + 1).split("\\.", 2)[0]);
    }

    private void checkSearchValues(String resourceType, String name, String[] values) {
        var parameter = searchParameters.getActiveSearchParam(resourceType, name, SearchParamLookupContextEnum.SEARCH);
        if (parameter != null) {
            Arrays.stream(values)
                    .flatMap(value -> Arrays.stream(value.split("(?<!\\\\),")))
                    .forEach(value -> checkSearchValue(parameter, name, value));
        }
    }

    private void checkSearchValue(RuntimeSearchParam parameter, String name, String value) {
        switch (parameter.getParamType()) {
            case DATE ->
                parse(
                        new DateParam(),
                        name,
                        value,
                        "a date such as 2025, 2025-12 or ge2025-12-31, after an optional prefix");
            case NUMBER -> parse(new NumberParam(), name, value, "a number such as 7.5, after an optional prefix");
            case QUANTITY ->
                parse(
                        new QuantityParam(),
                        name,
                        value,
                        "a number with an optional prefix, system and unit, such as gt7||%");
            default -> {
                // Strings, tokens, URIs and references are never malformed.
            }
        }
    }

    private void parse(IQueryParameterType type, String name, String value, String allowed) {
        try {
            type.setValueAsQueryToken(context, name, null, value);
        } catch (DataFormatException | InvalidRequestException malformed) {
            throw Refusal.badRequest(
                    IssueType.VALUE, name, "The value of " + name + " is " + allowed + ". Correct it or leave it out.");
        }
    }
}
