package fr.respop.engine;

import fr.respop.engine.content.Content;
import fr.respop.engine.content.ContentException;
import fr.respop.engine.content.CqlLibrary;
import fr.respop.engine.cql.FailureReason;
import fr.respop.engine.cql.SubjectRunner;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates expressions of CQL libraries on one subject after another, as of the end of one measurement period.
 *
 * <p>What libraries share is computed once a subject, what depends on no subject once for all. Belongs to one thread.
 */
public final class SubjectEvaluator {

    private final Content content;
    private final SubjectRunner runner;
    private String subject = "";

    /**
     * An evaluator for one measurement period.
     *
     * @param timeLimit how long the CQL of one subject may take before the subject is given up
     */
    public SubjectEvaluator(Content content, MeasurementPeriod period, Duration timeLimit) {
        this(content, period, Map.of(), timeLimit);
    }

    SubjectEvaluator(Content content, MeasurementPeriod period, Map<String, Object> parameters, Duration timeLimit) {
        this.content = content;
        this.runner = new SubjectRunner(content, period.start(), period.end(), parameters, timeLimit);
    }

    /**
     * What follows is about this subject.
     *
     * @return the resources of its record
     * @throws SubjectNotEvaluable if its record cannot be read
     */
    public List<Resource> enter(SubjectRecord record) {
        subject = record.id();
        try {
            var resources = record.resources();
            runner.enter(subject, resources);
            return resources;
        } catch (RuntimeException unreadable) {
            throw new SubjectNotEvaluable(subject, FailureReason.of(unreadable), unreadable);
        }
    }

    /**
     * The values of a library's expressions.
     *
     * @param library its canonical, with or without a version
     * @param expressions their names; all public ones when it is empty
     * @return CQL values in the order of the names, or in alphabetical order when none are given; null where CQL says null
     * @throws ContentException if the library is not there, does not compile, has no such expression, or needs a value
     *     set that cannot be expanded
     * @throws SubjectNotEvaluable if the CQL fails on the subject
     */
    public Map<String, @Nullable Object> evaluate(String library, List<String> expressions) {
        return evaluate(content.library(library), expressions);
    }

    Map<String, @Nullable Object> evaluate(CqlLibrary library, List<String> expressions) {
        expressions.forEach(library::requireExpression);
        try {
            return values(library, expressions);
        } catch (ContentException unusable) {
            throw unusable;
        } catch (RuntimeException failure) {
            throw new SubjectNotEvaluable(subject, FailureReason.of(failure), failure);
        }
    }

    Map<String, @Nullable Object> evaluateForNobody(CqlLibrary library, List<String> expressions) {
        expressions.forEach(library::requireExpression);
        runner.enterNobody();
        return values(library, expressions);
    }

    private Map<String, @Nullable Object> values(CqlLibrary library, List<String> expressions) {
        var names = expressions.isEmpty() ? library.expressions() : expressions;
        if (names.isEmpty()) {
            return Map.of();
        }
        var results = runner.evaluate(library, names);
        var values = new LinkedHashMap<String, @Nullable Object>();
        names.forEach(name -> values.put(name, SubjectRunner.value(results, name)));
        return Collections.unmodifiableMap(values);
    }
}
