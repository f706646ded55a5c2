package fr.respop.engine;

import fr.respop.engine.content.Content;
import fr.respop.engine.content.ContentException;
import fr.respop.engine.content.CqlLibrary;
import fr.respop.engine.content.SubjectNeeded;
import fr.respop.engine.cql.CqlFailure;
import fr.respop.engine.cql.SubjectRunner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates expressions of a CQL library for one subject.
 *
 * <p>Safe for any number of threads; evaluations share the compiled content and nothing else.
 */
public final class ExpressionEvaluator {

    private final Content content;
    private final Duration timeLimit;

    /** With the usual time limit of 30 s an evaluation. */
    public ExpressionEvaluator(Content content) {
        this(content, SubjectRunner.TIME_LIMIT);
    }

    /** With the time after which an evaluation is given up. */
    public ExpressionEvaluator(Content content, Duration timeLimit) {
        this.content = content;
        this.timeLimit = timeLimit;
    }

    /** As {@link #evaluate(String, List, SubjectRecord, MeasurementPeriod, Map)}, without further parameters. */
    public Map<String, @Nullable Object> evaluate(
            String library, List<String> expressions, SubjectRecord subject, MeasurementPeriod period) {
        return evaluate(library, expressions, subject, period, Map.of());
    }

    /**
     * Evaluates as of the end of the period and in its time zone.
     *
     * @param library the canonical of the library, with or without a version
     * @param expressions the names of expressions; all public ones when it is empty
     * @param parameters further CQL parameters by name, as CQL values
     * @return the CQL values in the order of the names, or in alphabetical order when none are given; null where CQL says
     *     null; lists, tuples, FHIR resources and the types of {@code org.opencds.cqf.cql.engine.runtime} as they are
     * @throws ContentException if the library is not there, does not compile, has no such expression, or needs a value
     *     set that cannot be expanded
     * @throws SubjectNotEvaluable if the record cannot be read, or the CQL fails on it
     */
    public Map<String, @Nullable Object> evaluate(
            String library,
            List<String> expressions,
            SubjectRecord subject,
            MeasurementPeriod period,
            Map<String, Object> parameters) {
        return evaluate(content.library(library), expressions, subject, period, parameters);
    }

    /** As above, of a library that this evaluator's content holds. */
    public Map<String, @Nullable Object> evaluate(
            CqlLibrary library,
            List<String> expressions,
            SubjectRecord subject,
            MeasurementPeriod period,
            Map<String, Object> parameters) {
        var evaluator = evaluator(period, parameters);
        evaluator.enter(subject);
        return evaluator.evaluate(library, expressions);
    }

    /**
     * Evaluates for no subject, else as above.
     *
     * @throws SubjectNeeded if the CQL looks at the data of a subject
     * @throws CqlFailure if it fails
     */
    public Map<String, @Nullable Object> evaluateForNobody(
            CqlLibrary library, List<String> expressions, MeasurementPeriod period, Map<String, Object> parameters) {
        return evaluator(period, parameters).evaluateForNobody(library, expressions);
    }

    private SubjectEvaluator evaluator(MeasurementPeriod period, Map<String, Object> parameters) {
        return new SubjectEvaluator(content, period, parameters, timeLimit);
    }
}
