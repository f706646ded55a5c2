package fr.respop.server.fhir.validation;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import java.util.stream.IntStream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

class ReusingValidatorTest {

    private static final FhirContext CONTEXT = FhirContext.forR4Cached();
    private static final ValidationSupportChain SUPPORT = new ValidationSupportChain(
            new DefaultProfileValidationSupport(CONTEXT),
            new CommonCodeSystemsTerminologyService(CONTEXT),
            new InMemoryTerminologyServerValidationSupport(CONTEXT));

    private final FhirValidator validator = validator(reusing());

    @Test
    void saysOfEachResourceWhatHapiSays() {
        var stock = new FhirInstanceValidator(CONTEXT);
        stock.setValidationSupport(SUPPORT);
        var hapi = validator(stock);

        for (var resource : List.of(bodyWeight(), patient(), unknownProfile(), bodyWeight(), patient())) {
            assertThat(messages(validator, resource)).isEqualTo(messages(hapi, resource));
        }
        assertThat(messages(validator, bodyWeight())).isNotEmpty();
    }

    @Test
    void saysTheSameToThreadsThatValidateAtOnce() {
        var ofOne = messages(validator, bodyWeight());
        var ofTheOther = messages(validator, patient());

        IntStream.range(0, 40).parallel().forEach(number -> {
            assertThat(messages(validator, bodyWeight())).isEqualTo(ofOne);
            assertThat(messages(validator, patient())).isEqualTo(ofTheOther);
        });
    }

    private static ReusingValidator reusing() {
        var reusing = new ReusingValidator(CONTEXT);
        reusing.setValidationSupport(SUPPORT);
        return reusing;
    }

    private static FhirValidator validator(FhirInstanceValidator module) {
        return CONTEXT.newValidator().registerValidatorModule(module);
    }

    private static List<String> messages(FhirValidator validator, Resource resource) {
        return validator.validateWithResult(resource).getMessages().stream()
                .map(SingleValidationMessage::toString)
                .toList();
    }

    /** Lacks most of what its profile asks for. */
    private static Observation bodyWeight() {
        var weight =
                new Observation().setStatus(ObservationStatus.FINAL).setCode(new CodeableConcept().setText("Poids"));
        weight.getMeta().addProfile("http://hl7.org/fhir/StructureDefinition/bodyweight");
        return weight;
    }

    private static Patient patient() {
        var patient = new Patient();
        patient.addName().setFamily("Test");
        return patient;
    }

    private static Patient unknownProfile() {
        var patient = patient();
        patient.getMeta().addProfile("https://example.org/StructureDefinition/unknown");
        return patient;
    }
}
