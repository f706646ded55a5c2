package fr.respop.server.fhir.evaluation;

import fr.respop.engine.ExpressionEvaluator;
import fr.respop.engine.MeasurementPeriod;
import fr.respop.engine.content.AskedLibrary;
import fr.respop.engine.content.Content;
import fr.respop.engine.content.CqlLibrary;
import fr.respop.server.fhir.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Evaluates CQL for one stored resident: the record is read in two statements, then evaluated once. */
@Component
public class ResidentEvaluator {

    private final CurrentContent currentContent;
    private final Residents residents;
    private final EvaluationProperties properties;
    private final PerContent<Set<String>> askedTypes;

    ResidentEvaluator(CurrentContent currentContent, Residents residents, EvaluationProperties properties) {
        this.currentContent = currentContent;
        this.residents = residents;
        this.properties = properties;
        this.askedTypes = new PerContent<>(currentContent, anew -> ofEveryRecord());
    }

    private static Set<String> ofEveryRecord() {
        Set<String> types = ConcurrentHashMap.newKeySet();
        types.add("Patient");
        return types;
    }

    /**
     * A resident of whom expressions are going to be asked one after another. Nothing is read yet.
     *
     * @param patientId the logical id of the Patient
     * @param period the measurement period, whose end is the date of the evaluation
     */
    public OpenRecord open(String patientId, MeasurementPeriod period) {
        return new OpenRecord(
                patientId, currentContent.get(), residents, period, properties.timeLimit(), askedTypes.get());
    }

    /**
     * The values of a library's expressions for a resident.
     *
     * @param library the canonical of the library, with or without a version
     * @param expressions their names; all public ones when empty
     * @param patientId the logical id of the Patient
     * @param period the measurement period, whose end is the date of the evaluation
     * @param parameters further CQL parameters by name, as CQL values
     * @return CQL values by expression, in the order of the names; null values where an expression has no result
     * @throws Refusal 404 if there is no such Patient
     */
    public Map<String, @Nullable Object> evaluate(
            String library,
            List<String> expressions,
            String patientId,
            MeasurementPeriod period,
            Map<String, Object> parameters) {
        var content = currentContent.get();
        return evaluate(content, content.library(library), expressions, patientId, period, parameters);
    }

    /** The same of a library that is not stored. */
    public Map<String, @Nullable Object> evaluate(
            AskedLibrary asked,
            List<String> expressions,
            String patientId,
            MeasurementPeriod period,
            Map<String, Object> parameters) {
        return evaluate(asked.content(), asked.library(), expressions, patientId, period, parameters);
    }

    /** The same for nobody: CQL that looks at the data of residents is refused. */
    public Map<String, @Nullable Object> evaluateForNobody(
            AskedLibrary asked, List<String> expressions, MeasurementPeriod period, Map<String, Object> parameters) {
        return evaluator(asked.content()).evaluateForNobody(asked.library(), expressions, period, parameters);
    }

    private Map<String, @Nullable Object> evaluate(
            Content content,
            CqlLibrary library,
            List<String> expressions,
            String patientId,
            MeasurementPeriod period,
            Map<String, Object> parameters) {
        var resident = residents
                .find(patientId, library.dataTypes())
                .orElseThrow(() -> Refusal.notFound("subject", "There is no Patient/" + patientId + "."));
        return evaluator(content).evaluate(library, expressions, resident, period, parameters);
    }

    private ExpressionEvaluator evaluator(Content content) {
        return new ExpressionEvaluator(content, properties.timeLimit());
    }
}
