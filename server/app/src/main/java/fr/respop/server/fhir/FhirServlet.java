package fr.respop.server.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.method.BaseMethodBinding;
import ca.uhn.fhir.rest.server.method.OperationMethodBinding;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/** HAPI's server, without the operations that we do not offer, and with answers to what it does not know. */
class FhirServlet extends RestfulServer {

    private static final long serialVersionUID = 1L;

    /**
     * HAPI's operations for those who run a server: they erase, rewrite or re-index data, and anybody who can write
     * could call them. They are taken out, not hidden, so a client can neither find nor reach them.
     */
    private static final Set<String> WITHHELD = Set.of(
            "$expunge",
            "$get-resource-counts",
            "$hapi.fhir.merge",
            "$hapi.fhir.replace-references",
            "$hapi.fhir.undo-merge",
            "$hapi.fhir.undo-replace-references",
            "$mark-all-resources-for-reindexing",
            "$perform-reindexing-pass",
            "$reindex-terminology");

    FhirServlet(FhirContext context) {
        super(context);
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        withhold(getServerBindings());
        withhold(createConfiguration().getGlobalBindings());
        getResourceBindings().forEach(binding -> {
            withhold(binding.getMethodBindings());
            preferOurs(binding.getMethodBindings());
        });
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        super.service(request, new WholeResponse(response));
    }

    private static void withhold(List<BaseMethodBinding> methods) {
        methods.removeIf(
                method -> method instanceof OperationMethodBinding operation && WITHHELD.contains(operation.getName()));
    }

    /** An operation of a feature takes the place of HAPI's of the same name. */
    private static void preferOurs(List<BaseMethodBinding> methods) {
        var names = operations(methods)
                .filter(FhirServlet::isOurs)
                .map(OperationMethodBinding::getName)
                .collect(Collectors.toSet());
        methods.removeAll(operations(methods)
                .filter(operation -> names.contains(operation.getName()) && !isOurs(operation))
                .toList());
    }

    private static Stream<OperationMethodBinding> operations(List<BaseMethodBinding> methods) {
        return methods.stream()
                .filter(OperationMethodBinding.class::isInstance)
                .map(OperationMethodBinding.class::cast);
    }

    private static boolean isOurs(OperationMethodBinding operation) {
        return operation.getProvider() instanceof FhirOperations;
    }

    @Override
    protected void throwUnknownFhirOperationException(RequestDetails request, String path, RequestTypeEnum method) {
        throw Refusal.of(
                404,
                IssueType.NOTSUPPORTED,
                "",
                "This server does not answer " + method + " at " + path
                        + ". Its CapabilityStatement (GET [base]/metadata) lists the operations and where each is called.");
    }

    @Override
    protected void throwUnknownResourceTypeException(String type) {
        throw Refusal.of(
                404,
                IssueType.NOTSUPPORTED,
                "",
                "FHIR R4 has no resource type " + type
                        + ". Types are written as in the specification, for example Patient.");
    }

    /** Says nothing of the software to whom it does not serve; the CapabilityStatement does. */
    @Override
    protected @Nullable String createPoweredByHeader() {
        return null;
    }
}
