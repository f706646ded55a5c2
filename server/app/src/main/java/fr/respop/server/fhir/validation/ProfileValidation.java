package fr.respop.server.fhir.validation;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationOptions;
import fr.respop.server.fhir.ClientWrites;
import fr.respop.server.fhir.StorageHooks;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to store a resource that claims a profile of the programme and breaks it.
 *
 * <p>A resource that makes no such claim is not validated: senders decide what they promise, and to validate a resource
 * costs several times what it costs to store it. {@code $validate} is there for the others.
 */
@Interceptor
class ProfileValidation implements StorageHooks {

    private static final String OUR_PROFILES = "https://respop.org/fhir/StructureDefinition/";
    private static final Set<ResultSeverityEnum> ERRORS =
            EnumSet.of(ResultSeverityEnum.ERROR, ResultSeverityEnum.FATAL);

    private final FhirValidator validator;
    private final ValidationProperties properties;

    ProfileValidation(FhirValidator validator, ValidationProperties properties) {
        this.validator = validator;
        this.properties = properties;
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void created(IBaseResource resource, @Nullable RequestDetails request) {
        refuseInvalid(resource, request);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void updated(IBaseResource previous, IBaseResource resource, @Nullable RequestDetails request) {
        refuseInvalid(resource, request);
    }

    private void refuseInvalid(IBaseResource resource, @Nullable RequestDetails request) {
        var claims = claimedProfilesOfOurs(resource);
        if (claims.isEmpty() || !isSwitchedOnFor(request)) {
            return;
        }
        var errors = errors(resource, claims);
        if (!errors.isEmpty()) {
            throw new UnprocessableEntityException(
                    "The resource does not keep to a profile that it claims", outcome(errors));
        }
    }

    private boolean isSwitchedOnFor(@Nullable RequestDetails request) {
        var isInternal = request == null || ClientWrites.isServer(request);
        return isInternal ? properties.internal() : properties.rest();
    }

    private static List<String> claimedProfilesOfOurs(IBaseResource resource) {
        return resource.getMeta().getProfile().stream()
                .map(IPrimitiveType::getValue)
                .filter(profile -> profile != null && profile.startsWith(OUR_PROFILES))
                .toList();
    }

    List<SingleValidationMessage> errors(IBaseResource resource, List<String> profiles) {
        var options = new ValidationOptions();
        profiles.forEach(options::addProfile);
        return validator.validateWithResult(resource, options).getMessages().stream()
                .filter(message -> ERRORS.contains(message.getSeverity()))
                .toList();
    }

    private static OperationOutcome outcome(List<SingleValidationMessage> errors) {
        var outcome = new OperationOutcome();
        for (var error : errors) {
            outcome.addIssue()
                    .setSeverity(IssueSeverity.ERROR)
                    .setCode(IssueType.INVARIANT)
                    .setDiagnostics(error.getMessage())
                    .addExpression(error.getLocationString());
        }
        return outcome;
    }
}
