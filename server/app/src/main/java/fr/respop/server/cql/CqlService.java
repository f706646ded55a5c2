package fr.respop.server.cql;

import fr.respop.engine.MeasurementPeriod;
import fr.respop.engine.content.AskedLibrary;
import fr.respop.engine.content.Content;
import fr.respop.engine.content.CqlText;
import fr.respop.engine.content.InvalidLibrary;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.CqlParameters;
import fr.respop.server.fhir.evaluation.CurrentContent;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.evaluation.ResidentEvaluator;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.springframework.stereotype.Component;

/** Compiles the CQL of a request beside the stored libraries, evaluates it, and writes the values as FHIR Parameters. */
@Component
class CqlService {

    private static final String MEASUREMENT_PERIOD = "Measurement Period";

    private final CurrentContent currentContent;
    private final ResidentEvaluator evaluator;
    private final CqlParameters cqlParameters;
    private final EvaluationProperties properties;

    CqlService(
            CurrentContent currentContent,
            ResidentEvaluator evaluator,
            CqlParameters cqlParameters,
            EvaluationProperties properties) {
        this.currentContent = currentContent;
        this.evaluator = evaluator;
        this.cqlParameters = cqlParameters;
        this.properties = properties;
    }

    Parameters evaluate(CqlRequest request) {
        var parameters = request.parameters().map(cqlParameters::toCql).orElse(Map.of());
        var asked = compile(request, parameters, currentContent.get());
        refuseUndeclared(parameters, asked);
        var period = period(request, asked);
        var names = request.cql() instanceof AskedCql.OfLibrary library
                ? library.expressions()
                : List.of(ExpressionPreamble.DEFINITION);
        var values = request.patientId().isPresent()
                ? evaluator.evaluate(asked, names, request.patientId().get(), period, parameters)
                : evaluator.evaluateForNobody(asked, names, period, parameters);
        return cqlParameters.toFhir(values);
    }

    private static AskedLibrary compile(CqlRequest request, Map<String, Object> parameters, Content content) {
        try {
            return content.compile(text(request, parameters, content));
        } catch (InvalidLibrary invalid) {
            if (!CqlText.NAME.equals(invalid.library())) {
                throw invalid;
            }
            throw Refusal.unprocessable(
                    IssueType.INVALID,
                    request.cql().parameter(),
                    "The CQL does not compile: " + String.join("; ", invalid.messages()));
        }
    }

    private static CqlText text(CqlRequest request, Map<String, Object> parameters, Content content) {
        return request.cql() instanceof AskedCql.OfExpression expression
                ? new CqlText(
                        ExpressionPreamble.of(
                                expression.included(), content, request.period().isPresent(), parameters),
                        expression.text())
                : CqlText.ofLibrary(request.cql().text());
    }

    private static void refuseUndeclared(Map<String, Object> parameters, AskedLibrary asked) {
        var declared = asked.library().parameters();
        parameters.keySet().stream()
                .filter(name -> !declared.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Refusal.badRequest(
                            IssueType.NOTSUPPORTED,
                            "parameters",
                            "No library declares the parameter " + name + ". Declare it or leave it out.");
                });
    }

    /** Where nothing speaks of the measurement period, all that counts is the date of the evaluation, which is today. */
    private MeasurementPeriod period(CqlRequest request, AskedLibrary asked) {
        return request.period().orElseGet(() -> {
            if (asked.library().parameters().contains(MEASUREMENT_PERIOD)) {
                throw Refusal.badRequest(
                        IssueType.REQUIRED,
                        "periodStart",
                        "The CQL speaks of the measurement period, or includes a library that does. Give it: periodStart"
                                + " and periodEnd, or a Period named Measurement Period.");
            }
            var now = ZonedDateTime.now(properties.clock());
            return new MeasurementPeriod(now, now);
        });
    }
}
