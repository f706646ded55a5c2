package fr.respop.server.identity;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import fr.respop.server.fhir.StorageHooks;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.jspecify.annotations.Nullable;

/** Refuses a write that breaks a rule of identity, and hands warnings to the answer. */
@Interceptor
public final class IdentityHooks implements StorageHooks {

    private final IdentityRules rules;

    IdentityHooks(IdentityRules rules) {
        this.rules = rules;
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void beforeCreate(IBaseResource resource, @Nullable RequestDetails request) {
        check(resource, request);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void beforeUpdate(@Nullable IBaseResource old, IBaseResource resource, @Nullable RequestDetails request) {
        check(resource, request);
    }

    private void check(IBaseResource resource, @Nullable RequestDetails request) {
        var findings = rules.check(resource);
        if (findings.stream().anyMatch(Finding::isError)) {
            throw refusal(findings);
        }
        if (!findings.isEmpty() && request != null) {
            IdentityWarnings.of(request).add(resource, findings);
        }
    }

    private static UnprocessableEntityException refusal(List<Finding> findings) {
        var outcome = new OperationOutcome();
        findings.forEach(finding -> outcome.addIssue(finding.toIssue()));
        var message = findings.stream()
                .filter(Finding::isError)
                .map(finding -> finding.element() + ": " + finding.ruleAndCure())
                .collect(Collectors.joining(" "));
        return new UnprocessableEntityException(message, outcome);
    }
}
