package fr.respop.server.reasoning;

import ca.uhn.fhir.repository.IRepository;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.CqlParameters;
import fr.respop.server.fhir.evaluation.ResidentEvaluator;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseBundle;
import org.hl7.fhir.instance.model.api.IBaseParameters;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.fhir.cql.EvaluationSettings;
import org.opencds.cqf.fhir.cql.LibraryEngine;

/**
 * Answers clinical-reasoning's questions about a resident from one evaluation of each library.
 *
 * <p>Left alone, the library would search the database for every retrieve of every expression that a logigramme names.
 */
final class ResidentLibraryEngine extends LibraryEngine {

    private final ResidentEvaluator evaluator;
    private final CqlParameters cqlParameters;
    private final ApplyRequest request;
    private final Map<String, Map<String, @Nullable Object>> valuesByLibrary = new HashMap<>();

    ResidentLibraryEngine(
            IRepository repository,
            EvaluationSettings settings,
            ResidentEvaluator evaluator,
            CqlParameters cqlParameters,
            ApplyRequest request) {
        super(repository, settings);
        this.evaluator = evaluator;
        this.cqlParameters = cqlParameters;
        this.request = request;
    }

    @Override
    public IBaseParameters evaluate(
            String library,
            String patientId,
            @Nullable IBaseParameters parameters,
            @Nullable Map<String, Object> rawParameters,
            @Nullable IBaseBundle additionalData,
            @Nullable ZonedDateTime evaluationTime,
            Set<String> expressions) {
        var values = valuesByLibrary.computeIfAbsent(
                library, url -> evaluator.evaluate(url, List.of(), request.patientId(), request.period(), Map.of()));
        var asked = new LinkedHashMap<String, @Nullable Object>();
        for (String name : expressions) {
            var value = value(library, values, name);
            if (!isEmpty(value)) {
                asked.put(name, value);
            }
        }
        return cqlParameters.toFhir(asked);
    }

    /** Clinical-reasoning sets no element to a value that it does not get, and the wrong one to null or to an empty list. */
    private static boolean isEmpty(@Nullable Object value) {
        return value == null || (value instanceof List<?> list && list.isEmpty());
    }

    private static @Nullable Object value(String library, Map<String, @Nullable Object> values, String expression) {
        if (!values.containsKey(expression)) {
            throw Refusal.unprocessable(
                    IssueType.NOTFOUND,
                    "PlanDefinition.action",
                    "The library " + library + " has no public expression \"" + expression
                            + "\": correct the PlanDefinition.");
        }
        return values.get(expression);
    }
}
