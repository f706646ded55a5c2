package fr.respop.engine.cql;

import fr.respop.engine.compiled.Run;
import fr.respop.engine.content.Content;
import fr.respop.engine.content.ContentException;
import fr.respop.engine.content.CqlLibrary;
import fr.respop.engine.content.SubjectNeeded;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.data.CompositeDataProvider;
import org.opencds.cqf.cql.engine.data.DataProvider;
import org.opencds.cqf.cql.engine.execution.CqlEngine;
import org.opencds.cqf.cql.engine.execution.Environment;
import org.opencds.cqf.cql.engine.execution.EvaluationExpressionRef;
import org.opencds.cqf.cql.engine.execution.EvaluationFunctionRef;
import org.opencds.cqf.cql.engine.execution.EvaluationParams;
import org.opencds.cqf.cql.engine.execution.EvaluationResult;
import org.opencds.cqf.cql.engine.execution.ExpressionResult;

/**
 * Runs CQL on one subject after another, as of the end of a measurement period and in its time zone.
 *
 * <p>Belongs to one thread. What is compiled belongs to {@link Content} and is shared by all.
 */
public final class SubjectRunner {

    /** How long a subject may take unless told otherwise; most take less than a millisecond. */
    public static final Duration TIME_LIMIT = Duration.ofSeconds(30);

    private final Content content;
    private final SubjectRetrieve retrieve;
    private final TimeLimit time;
    private final CqlParameters parameters;
    private final ZonedDateTime evaluationTime;
    private final Environment environment;
    private final CqlEngine engine;
    private final Run run;
    private final CompiledFirst compiled = new CompiledFirst();
    private final Set<CqlLibrary> prepared = new HashSet<>();
    private String subjectId = "";

    /**
     * A runner for one measurement period.
     *
     * @param start the first instant of the measurement period
     * @param end the last instant of the measurement period, at which the evaluation takes place
     * @param parameters further CQL parameters by name, as CQL values
     */
    public SubjectRunner(Content content, ZonedDateTime start, ZonedDateTime end, Map<String, Object> parameters) {
        this(content, start, end, parameters, TIME_LIMIT);
    }

    /** As above, with the time after which the evaluation of a subject is given up. */
    public SubjectRunner(
            Content content,
            ZonedDateTime start,
            ZonedDateTime end,
            Map<String, Object> parameters,
            Duration timeLimit) {
        this.content = content;
        this.time = new TimeLimit(timeLimit);
        this.retrieve = new SubjectRetrieve(content);
        this.parameters = new CqlParameters(start, end, parameters);
        this.evaluationTime = end;
        var data = new HashMap<String, DataProvider>();
        data.put(FhirModel.URI, new CompositeDataProvider(FhirModel.RESOLVER, retrieve));
        this.environment = new Environment(content.libraries(), data, content.terminology());
        this.engine = new CqlEngine(environment, new TimedOptions(time));
        engine.getState().setEvaluationDateTime(evaluationTime);
        this.run = new Run(content.definitions(), engine.getState(), time::look);
    }

    /** Whether resources of the type belong to a subject's record; others, such as a Medication, are everybody's. */
    public static boolean isOfSubject(String type) {
        return SubjectRetrieve.isOfSubject(type);
    }

    /** What follows is about this subject, of which nothing from before is remembered. */
    public void enter(String id, List<Resource> resources) {
        if (resources.stream().noneMatch(resource -> isOf(resource, id))) {
            throw new IllegalArgumentException("The record does not hold the subject's own resource");
        }
        subjectId = id;
        retrieve.enter(resources);
        start();
    }

    /** What follows is about no subject: CQL that retrieves anybody's data fails with {@link SubjectNeeded}. */
    public void enterNobody() {
        subjectId = "";
        retrieve.enterNobody();
        start();
    }

    private void start() {
        time.start();
        engine.getCache().getExpressions().clear();
        run.forget();
    }

    private static boolean isOf(Resource resource, String id) {
        return id.equals(resource.fhirType() + "/" + resource.getIdElement().getIdPart());
    }

    /**
     * The results of expressions by name, in the order in which they are named.
     *
     * @throws CqlFailure if the CQL cannot be run on this subject
     * @throws ContentException if it cannot be run on any subject
     */
    public Map<String, ExpressionResult> evaluate(CqlLibrary library, List<String> expressions) {
        prepare(library);
        return compiled.answer(library, () -> run.evaluate(library.identifier(), expressions, parameters.of(library)))
                .orElseGet(() -> ofEngine(library, expressions));
    }

    /** The result of a function of the library; throws what {@link #evaluate} throws. */
    public ExpressionResult call(CqlLibrary library, String function, List<Object> arguments) {
        prepare(library);
        return compiled.answer(
                        library, () -> run.call(library.identifier(), function, arguments, parameters.of(library)))
                .orElseGet(() -> ofEngine(library, new EvaluationFunctionRef(function, null, arguments)));
    }

    /** The value of an expression that was evaluated; null where CQL says null. */
    public static @Nullable Object value(Map<String, ExpressionResult> results, String expression) {
        var result = results.get(expression);
        if (result == null) {
            throw new IllegalArgumentException("The expression \"" + expression + "\" was not evaluated");
        }
        return result.getValue();
    }

    private Map<String, ExpressionResult> ofEngine(CqlLibrary library, List<String> expressions) {
        // The engine copies all results at each question for one, so it is asked once.
        return askEngine(
                        library,
                        expressions.stream().map(EvaluationExpressionRef::new).toList())
                .getExpressionResults();
    }

    private ExpressionResult ofEngine(CqlLibrary library, EvaluationFunctionRef call) {
        return Objects.requireNonNull(askEngine(library, List.of(call)).get(call));
    }

    private EvaluationResult askEngine(CqlLibrary library, List<EvaluationExpressionRef> expressions) {
        engine.getState().getParameters().clear();
        try {
            return engine.evaluate(new EvaluationParams(
                            Map.of(library.identifier(), expressions),
                            null,
                            parameters.of(library),
                            null,
                            evaluationTime))
                    .getOnlyResultOrThrow();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            throw ofContentOrSubject(failure);
        }
    }

    private void prepare(CqlLibrary library) {
        engine.getState().setContextValue(library.context(), subjectId.substring(subjectId.indexOf('/') + 1));
        if (prepared.add(library)) {
            library.pureFunctions()
                    .forEach((part, functions) -> environment.registerExternalFunctionProvider(
                            part, new RememberedFunctions(part, functions, engine, content.answers(part))));
        }
        // The engine's own cache forgets results of libraries with more than 300 expressions.
        var cache = engine.getCache().getExpressions();
        library.pureFunctions().keySet().forEach(part -> cache.putIfAbsent(part, new HashMap<>()));
    }

    private static RuntimeException ofContentOrSubject(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ContentException content) {
                return content;
            }
            if (cause instanceof StackOverflowError) {
                return new CqlFailure("Its expressions are nested too deeply", failure);
            }
            if (cause instanceof OutOfMemoryError) {
                // What it made is garbage by now.
                return new CqlFailure("It makes more than there is memory for", failure);
            }
        }
        return new CqlFailure(FailureReason.of(failure), failure);
    }
}
