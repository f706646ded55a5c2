package fr.respop.server.reasoning;

import ca.uhn.fhir.repository.IRepository;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.CqlParameters;
import fr.respop.server.fhir.evaluation.OpenRecord;
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
 * Answers clinical-reasoning's questions about a resident from one reading of the record, each expression once.
 *
 * <p>Left alone, the library would search the database for every retrieve of every expression that a logigramme names.
 */
final class ResidentLibraryEngine extends LibraryEngine {

    private final OpenRecord resident;
    private final CqlParameters cqlParameters;
    private final Map<String, Set<String>> expressionsByLibrary = new HashMap<>();

    ResidentLibraryEngine(
            IRepository repository, EvaluationSettings settings, OpenRecord resident, CqlParameters cqlParameters) {
        super(repository, settings);
        this.resident = resident;
        this.cqlParameters = cqlParameters;
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
        expressions.forEach(name -> requirePublic(name, library));
        var values = new LinkedHashMap<>(resident.evaluate(library, List.copyOf(expressions)));
        values.values().removeIf(ResidentLibraryEngine::isEmpty);
        return cqlParameters.toFhir(values);
    }

    /** Clinical-reasoning sets no element to a value that it does not get, and the wrong one to null or to an empty list. */
    private static boolean isEmpty(@Nullable Object value) {
        return value == null || (value instanceof List<?> list && list.isEmpty());
    }

    private void requirePublic(String expression, String library) {
        if (!expressionsByLibrary
                .computeIfAbsent(library, resident::expressions)
                .contains(expression)) {
            throw Refusal.unprocessable(
                    IssueType.NOTFOUND,
                    "PlanDefinition.action",
                    "The library " + library + " has no public expression \"" + expression
                            + "\": correct the PlanDefinition.");
        }
    }
}
