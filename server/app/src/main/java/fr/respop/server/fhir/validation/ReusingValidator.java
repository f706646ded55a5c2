package fr.respop.server.fhir.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.validation.IValidationContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.StreamSupport;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.r5.utils.validation.ValidatorSession;
import org.hl7.fhir.r5.utils.validation.constants.IdStatus;
import org.hl7.fhir.r5.utils.xver.XVerExtensionManagerOld;
import org.hl7.fhir.utilities.i18n.I18nConstants;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.hl7.fhir.utilities.validation.ValidationMessage.IssueSeverity;
import org.hl7.fhir.validation.ValidatorSettings;
import org.hl7.fhir.validation.instance.InstanceValidator;

/**
 * HAPI's validator of resources, with the same messages, which keeps what it validates with for the next resource.
 *
 * <p>HAPI makes that anew for each resource, and reads a list of all OIDs each time, which costs more than to validate. It
 * is kept for a short while only, because it remembers definitions that a client may change, and texts of residents.
 */
public final class ReusingValidator extends FhirInstanceValidator {

    private static final Duration LONGEST_USE = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> UNKNOWN_PROFILE = Set.of(
            I18nConstants.VALIDATION_VAL_PROFILE_UNKNOWN, I18nConstants.VALIDATION_VAL_PROFILE_UNKNOWN_NOT_POLICY);

    private final Queue<Kept> idle = new ConcurrentLinkedQueue<>();

    public ReusingValidator(FhirContext context) {
        super(context);
    }

    @Override
    protected List<ValidationMessage> validate(IValidationContext<?> asked) {
        if (asked.getResourceAsStringEncoding() != EncodingEnum.JSON) {
            return super.validate(asked);
        }
        var messages = new ArrayList<ValidationMessage>();
        var unknown = new ArrayList<ValidationMessage>();
        var profiles = profiles(asked, unknown);
        var kept = take();
        kept.validator().validate(asked.getOptions().getAppContext(), messages, json(asked), FhirFormat.JSON, profiles);
        // Not after an exception, which may leave it in any state.
        idle.add(kept);
        if (profiles.isEmpty()) {
            messages.addAll(unknown);
        }
        return told(messages);
    }

    private static ByteArrayInputStream json(IValidationContext<?> asked) {
        return new ByteArrayInputStream(asked.getResourceAsString().getBytes(StandardCharsets.UTF_8));
    }

    /** Those that are asked for and those that the resource claims; with a message on each that is not known. */
    private List<StructureDefinition> profiles(IValidationContext<?> asked, List<ValidationMessage> unknown) {
        var urls = new LinkedHashSet<>(asked.getOptions().getProfiles());
        urls.addAll(claimed(asked.getResourceAsString()));
        var profiles = new ArrayList<StructureDefinition>();
        for (var url : urls) {
            var profile = provideWorkerContext().fetchResource(StructureDefinition.class, url);
            if (profile == null) {
                unknown.add(unknown(url));
            } else {
                profiles.add(profile);
            }
        }
        return profiles;
    }

    /** From the text, because what is to be validated may not be readable as a resource. */
    private static List<String> claimed(String json) {
        try {
            var profiles = JSON.readTree(json).path("meta").path("profile");
            return StreamSupport.stream(profiles.spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
        } catch (JsonProcessingException unreadable) {
            return List.of();
        }
    }

    private static ValidationMessage unknown(String url) {
        var message = new ValidationMessage();
        message.setMessageId(I18nConstants.VALIDATION_VAL_PROFILE_UNKNOWN);
        message.setLevel(IssueSeverity.ERROR);
        message.setMessage("Invalid profile. Failed to retrieve profile with url=" + url);
        return message;
    }

    /** What HAPI's users are told: nothing of bindings that cannot be checked; of unknown profiles as they are set. */
    private List<ValidationMessage> told(List<ValidationMessage> messages) {
        messages.removeIf(message -> I18nConstants.TERMINOLOGY_TX_BINDING_NOSOURCE.equals(message.getMessageId())
                || (I18nConstants.TERMINOLOGY_TX_VALUESET_NOTFOUND.equals(message.getMessageId())
                        && message.getMessage().contains("http://hl7.org/fhir/ValueSet/mimetypes")));
        messages.stream()
                .filter(message -> message.getMessageId() != null && UNKNOWN_PROFILE.contains(message.getMessageId()))
                .forEach(message ->
                        message.setLevel(isErrorForUnknownProfiles() ? IssueSeverity.ERROR : IssueSeverity.WARNING));
        return messages;
    }

    private Kept take() {
        for (var kept = idle.poll(); kept != null; kept = idle.poll()) {
            if (System.nanoTime() - kept.madeAt() < LONGEST_USE.toNanos()) {
                return kept;
            }
        }
        return new Kept(make(), System.nanoTime());
    }

    private InstanceValidator make() {
        var context = provideWorkerContext();
        var hostServices = getHostApplicationServices();
        var validator = new InstanceValidator(
                context,
                hostServices == null ? new NullEvaluationContext() : hostServices,
                new XVerExtensionManagerOld(context),
                new ValidatorSession(),
                new ValidatorSettings());
        validator.setAssumeValidRestReferences(isAssumeValidRestReferences());
        validator.setBestPracticeWarningLevel(getBestPracticeWarningLevel());
        validator.setAnyExtensionsAllowed(isAnyExtensionsAllowed());
        validator.setResourceIdRule(IdStatus.OPTIONAL);
        validator.setNoTerminologyChecks(isNoTerminologyChecks());
        validator.setErrorForUnknownProfiles(isErrorForUnknownProfiles());
        validator.setUnknownCodeSystemsCauseErrors(true);
        validator.getExtensionDomains().addAll(getExtensionDomains());
        validator.setFetcher(getValidatorResourceFetcher());
        validator.setPolicyAdvisor(getValidatorPolicyAdvisor());
        validator.setNoExtensibleWarnings(isNoExtensibleWarnings());
        validator.setNoBindingMsgSuppressed(isNoBindingMsgSuppressed());
        validator.setAllowExamples(isAllowExamples());
        validator.setAllowXsiLocation(true);
        return validator;
    }

    /** @param madeAt the nano time */
    private record Kept(InstanceValidator validator, long madeAt) {}
}
