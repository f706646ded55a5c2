package fr.respop.server.fhir.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport.IssueSeverity;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.rest.server.interceptor.validation.ValidationMessageUnknownCodeSystemPostProcessingInterceptor;
import ca.uhn.fhir.validation.IInstanceValidatorModule;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How resources are validated: against the profiles in the database, and with a warning where the server has no means
 * to judge (FR Core where it is not installed, code systems such as CIM-10, LOINC or ATC).
 */
@Configuration(proxyBeanMethods = false)
class ValidationConfiguration {

    @Bean
    ProfileValidation profileValidation(
            FhirContext context,
            IInstanceValidatorModule validator,
            IInterceptorService interceptors,
            ValidationProperties properties) {
        warnOfWhatIsUnknown((FhirInstanceValidator) validator, interceptors);
        var profiles = context.newValidator().registerValidatorModule(validator);
        profiles.setInterceptorBroadcaster(interceptors);
        return new ProfileValidation(profiles, properties);
    }

    @Bean
    ValidationWarmUp validationWarmUp(ProfileValidation validation) {
        return new ValidationWarmUp(validation);
    }

    private static void warnOfWhatIsUnknown(FhirInstanceValidator validator, IInterceptorService interceptors) {
        validator.setErrorForUnknownProfiles(false);
        validator.setAnyExtensionsAllowed(true);
        validator.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
        interceptors.registerInterceptor(
                new ValidationMessageUnknownCodeSystemPostProcessingInterceptor(IssueSeverity.WARNING));
    }
}
