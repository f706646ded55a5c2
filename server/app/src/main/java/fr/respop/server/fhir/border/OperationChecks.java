package fr.respop.server.fhir.border;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import fr.respop.server.fhir.Refusal;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;

/** Asks for the parameters that HAPI's operations need and do not ask for themselves. */
@Interceptor
class OperationChecks {

    /** For each operation, called on a type or the system, the sets of parameters of which one must be given. */
    private static final Map<String, List<List<String>>> REQUIRED = Map.of(
            "$diff", List.of(List.of("from", "to")),
            "$subsumes", List.of(List.of("system", "codeA", "codeB"), List.of("codingA", "codingB")));

    /** The same for operations that are called on one resource, by its type. */
    private static final Map<String, List<List<String>>> REQUIRED_ON_ONE =
            Map.of("Measure/$submit-data", List.of(List.of("measureReport")));

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void check(RequestDetails request) {
        var alternatives = request.getId() == null
                ? REQUIRED.getOrDefault(String.valueOf(request.getOperation()), List.of())
                : REQUIRED_ON_ONE.getOrDefault(request.getResourceName() + "/" + request.getOperation(), List.of());
        if (!alternatives.isEmpty() && alternatives.stream().noneMatch(set -> has(request, set))) {
            throw Refusal.badRequest(
                    IssueType.REQUIRED,
                    alternatives.get(0).get(0),
                    request.getOperation() + " needs the parameters "
                            + String.join(
                                    ", or ",
                                    alternatives.stream()
                                            .map(set -> String.join(" and ", set))
                                            .toList())
                            + ".");
        }
    }

    private static boolean has(RequestDetails request, List<String> names) {
        return names.stream().allMatch(name -> has(request, name));
    }

    private static boolean has(RequestDetails request, String name) {
        return request.getParameters().containsKey(name)
                || (request.getResource() instanceof Parameters parameters && parameters.hasParameter(name));
    }
}
