package fr.respop.server.questionnaire;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.fhirpath.FhirPathExecutionException;
import ca.uhn.fhir.fhirpath.IFhirPathEvaluationContext;
import fr.respop.server.fhir.Refusal;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Type;
import org.springframework.stereotype.Component;

/** Evaluates the FHIRPath of forms, in which {@code %resource} is the response, {@code %patient} the resident. */
@Component
class FormExpressions {

    static final String FHIR_PATH = "text/fhirpath";

    private final FhirContext context;

    FormExpressions(FhirContext context) {
        this.context = context;
    }

    List<Type> evaluate(
            Expression expression,
            String linkId,
            QuestionnaireResponse response,
            Questionnaire questionnaire,
            Patient patient) {
        var path = context.newFhirPath();
        path.setEvaluationContext(new IFhirPathEvaluationContext() {
            @Override
            public List<IBase> resolveConstant(Object appContext, String name, ConstantEvaluationMode mode) {
                return switch (name.startsWith("%") ? name.substring(1) : name) {
                    case "patient" -> List.of(patient);
                    case "questionnaire" -> List.of(questionnaire);
                    default -> List.of();
                };
            }
        });
        try {
            return path.evaluate(response, expression.getExpression(), Type.class);
        } catch (FhirPathExecutionException failure) {
            throw Refusal.unprocessable(
                    IssueType.PROCESSING,
                    "Questionnaire.item",
                    "The FHIRPath of the item " + linkId + " cannot be evaluated: " + failure.getMessage()
                            + " Correct the form.");
        }
    }
}
