package fr.respop.server.questionnaire;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import fr.respop.engine.MeasurementPeriod;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.CqlParameters;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.evaluation.ResidentEvaluator;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemInitialComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills in a form with what is known of a resident. */
@Component
class Populator {

    private static final Set<String> CQL_IDENTIFIER = Set.of("text/cql-identifier", "text/cql.identifier");

    private final ResidentEvaluator evaluator;
    private final CqlParameters cqlParameters;
    private final FormExpressions expressions;
    private final Calculations calculations;
    private final EvaluationProperties properties;

    Populator(
            ResidentEvaluator evaluator,
            CqlParameters cqlParameters,
            FormExpressions expressions,
            Calculations calculations,
            EvaluationProperties properties) {
        this.evaluator = evaluator;
        this.cqlParameters = cqlParameters;
        this.expressions = expressions;
        this.calculations = calculations;
        this.properties = properties;
    }

    /**
     * Makes a response that a person completes.
     *
     * @param period the measurement period of the CQL, whose end is the day of the facts
     * @return a response in progress, with an item for every question
     */
    QuestionnaireResponse populate(Questionnaire questionnaire, Patient patient, MeasurementPeriod period) {
        var response = new QuestionnaireResponse()
                .setStatus(QuestionnaireResponseStatus.INPROGRESS)
                .setSubject(new Reference("Patient/" + patient.getIdElement().getIdPart()))
                .setAuthoredElement(new DateTimeType(
                        Date.from(properties.clock().instant()),
                        TemporalPrecisionEnum.SECOND,
                        TimeZone.getTimeZone(properties.timeZone())));
        if (questionnaire.hasUrl()) {
            response.setQuestionnaire(
                    questionnaire.getUrl() + (questionnaire.hasVersion() ? "|" + questionnaire.getVersion() : ""));
        }
        var filling = new Filling(questionnaire, patient, period, response, new HashMap<>());
        filling.items(questionnaire.getItem()).forEach(response::addItem);
        return calculations.complete(questionnaire, response, patient);
    }

    /** One form for one resident; each library is evaluated once. */
    private final class Filling {

        private final Questionnaire questionnaire;
        private final Patient patient;
        private final MeasurementPeriod period;
        private final QuestionnaireResponse response;
        private final Map<String, Map<String, @Nullable Object>> valuesByLibrary;

        Filling(
                Questionnaire questionnaire,
                Patient patient,
                MeasurementPeriod period,
                QuestionnaireResponse response,
                Map<String, Map<String, @Nullable Object>> valuesByLibrary) {
            this.questionnaire = questionnaire;
            this.patient = patient;
            this.period = period;
            this.response = response;
            this.valuesByLibrary = valuesByLibrary;
        }

        List<QuestionnaireResponseItemComponent> items(List<QuestionnaireItemComponent> questions) {
            return questions.stream()
                    .filter(question -> question.getType() != QuestionnaireItemType.DISPLAY)
                    .map(this::item)
                    .toList();
        }

        private QuestionnaireResponseItemComponent item(QuestionnaireItemComponent question) {
            var item = ResponseItems.emptyItem(question);
            if (question.getType() == QuestionnaireItemType.GROUP) {
                items(question.getItem()).forEach(item::addItem);
                return item;
            }
            for (var value : initialValues(question)) {
                var answer = item.addAnswer().setValue(value);
                items(question.getItem()).forEach(answer::addItem);
            }
            return item;
        }

        private List<Type> initialValues(QuestionnaireItemComponent question) {
            return Sdc.expression(question.getExtension(), Sdc.INITIAL_EXPRESSION)
                    .map(expression -> values(question, expression).stream()
                            .map(value -> Answers.fit(question, value))
                            .toList())
                    .orElseGet(() -> question.getInitial().stream()
                            .map(QuestionnaireItemInitialComponent::getValue)
                            .toList());
        }

        private List<Type> values(QuestionnaireItemComponent question, Expression expression) {
            var language = String.valueOf(expression.getLanguage());
            if (language.equals(FormExpressions.FHIR_PATH)) {
                return expressions.evaluate(expression, question.getLinkId(), response, questionnaire, patient);
            }
            if (CQL_IDENTIFIER.contains(language)) {
                return cqlValues(library(question, expression), expression.getExpression());
            }
            throw Refusal.unprocessable(
                    IssueType.NOTSUPPORTED,
                    "Questionnaire.item",
                    "The initial expression of the item " + question.getLinkId()
                            + " is neither text/cql-identifier nor text/fhirpath. Write it in one of them.");
        }

        private String library(QuestionnaireItemComponent question, Expression expression) {
            if (expression.hasReference()) {
                return expression.getReference();
            }
            return Sdc.value(questionnaire.getExtension(), Sdc.LIBRARY, CanonicalType.class)
                    .map(CanonicalType::getValue)
                    .orElseThrow(() -> Refusal.unprocessable(
                            IssueType.REQUIRED,
                            "Questionnaire.item",
                            "The initial expression of the item " + question.getLinkId()
                                    + " names no library, and neither does the form. Add the extension cqf-library."));
        }

        private List<Type> cqlValues(String library, String name) {
            var values = valuesByLibrary.computeIfAbsent(
                    library,
                    url -> evaluator.evaluate(
                            url, List.of(), patient.getIdElement().getIdPart(), period, Map.of()));
            if (!values.containsKey(name)) {
                throw Refusal.unprocessable(
                        IssueType.NOTFOUND,
                        "Questionnaire.item",
                        "The library " + library + " has no public expression \"" + name + "\". Correct the form.");
            }
            return cqlParameters.toFhir(Collections.singletonMap(name, values.get(name))).getParameter().stream()
                    .filter(ParametersParameterComponent::hasValue)
                    .map(ParametersParameterComponent::getValue)
                    .filter(value -> !value.isPrimitive() || value.hasPrimitiveValue())
                    .toList();
        }
    }
}
