package fr.respop.server.fhir;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;

/** Refuses a parameter that an operation does not have: to ignore it would be to answer another question. */
public final class KnownParameters {

    private KnownParameters() {}

    /**
     * Checks the names of all parameters, in the URL and in the body.
     *
     * @param known the names of the operation's parameters; those that start with an underscore are for every operation
     * @throws Refusal 400 that names the parameter at fault and those that there are
     */
    public static void refuseOthers(RequestDetails request, Set<String> known) {
        names(request).stream()
                .filter(name -> !name.startsWith("_") && !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Refusal.badRequest(
                            IssueType.NOTSUPPORTED,
                            name,
                            request.getOperation() + " has no parameter " + name + " here. It has "
                                    + (known.isEmpty()
                                            ? "none"
                                            : String.join(
                                                    ", ",
                                                    known.stream().sorted().toList()))
                                    + ".");
                });
    }

    /** The names of all parameters, in the URL and in the body, in their order. */
    public static Set<String> names(RequestDetails request) {
        var inUrl = request.getParameters().keySet().stream();
        var inBody = request.getResource() instanceof Parameters body
                ? body.getParameter().stream().map(ParametersParameterComponent::getName)
                : Stream.<String>of();
        return Stream.concat(inUrl, inBody)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
