package fr.respop.engine.compiled;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.hl7.elm.r1.AliasedQuerySource;
import org.hl7.elm.r1.ByExpression;
import org.hl7.elm.r1.LetClause;
import org.hl7.elm.r1.Query;
import org.hl7.elm.r1.With;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.elm.executing.DistinctEvaluator;
import org.opencds.cqf.cql.engine.elm.executing.QueryEvaluator;
import org.opencds.cqf.cql.engine.execution.EvaluationVisitor;
import org.opencds.cqf.cql.engine.runtime.Tuple;

/** A query over one or several sources. Those that aggregate, or sort by an expression, are left to the CQL engine. */
final class QueryStep implements Step {

    private static final EvaluationVisitor SORTING = new EvaluationVisitor();

    /** An expression, and the variable that takes its value, or its elements one after another. */
    private record Named(@Nullable String name, int variable, Step step) {}

    /** @param isWanted whether an element is wanted for which the condition is true, or none */
    private record Relationship(Named source, Step condition, boolean isWanted) {}

    private final Query source;
    private final List<Named> sources = new ArrayList<>();
    private final List<Named> lets = new ArrayList<>();
    private final List<Relationship> relationships = new ArrayList<>();
    private final @Nullable Step where;
    private final @Nullable Step result;

    private QueryStep(Query source, Compiler compiler) {
        this.source = source;
        var names = compiler.names();
        for (var from : source.getSource()) {
            sources.add(named(from, compiler));
        }
        for (LetClause let : source.getLet()) {
            var step = compiler.step(let.getExpression());
            lets.add(new Named(let.getIdentifier(), names.enter(let.getIdentifier()), step));
        }
        for (var relationship : source.getRelationship()) {
            var related = named(relationship, compiler);
            relationships.add(
                    new Relationship(related, compiler.step(relationship.getSuchThat()), relationship instanceof With));
            names.leave(1);
        }
        where = source.getWhere() == null ? null : compiler.step(source.getWhere());
        result = source.getReturn() == null
                ? null
                : compiler.step(source.getReturn().getExpression());
        names.leave(sources.size() + lets.size());
    }

    static Step of(Query source, Compiler compiler) {
        if (source.getAggregate() != null
                || (source.getSort() != null
                        && source.getSort().getBy().stream().anyMatch(ByExpression.class::isInstance))) {
            throw new NotCompilable(source);
        }
        return new QueryStep(source, compiler);
    }

    private static Named named(AliasedQuerySource source, Compiler compiler) {
        var step = compiler.step(source.getExpression());
        return new Named(source.getAlias(), compiler.names().enter(source.getAlias()), step);
    }

    @Override
    public @Nullable Object value(Frame frame) {
        var inputs = new ArrayList<Iterable<?>>(sources.size());
        var isOfLists = false;
        for (var from : sources) {
            var input = from.step().value(frame);
            isOfLists |= input instanceof Iterable;
            inputs.add(QueryEvaluator.INSTANCE.ensureIterable(input));
        }
        List<@Nullable Object> output = new ArrayList<>();
        collect(frame, inputs, 0, output);
        if (source.getReturn() != null && Boolean.TRUE.equals(source.getReturn().isDistinct())) {
            output = DistinctEvaluator.INSTANCE.distinct(output, frame.state());
        }
        if (source.getSort() != null) {
            QueryEvaluator.INSTANCE.sortResult(source, output, frame.state(), SORTING);
        }
        if (isOfLists) {
            return output;
        }
        return output.isEmpty() ? null : output.get(0);
    }

    /** Goes through all combinations of the sources' elements from one source on. */
    private void collect(Frame frame, List<Iterable<?>> inputs, int from, List<@Nullable Object> output) {
        if (from == inputs.size()) {
            frame.run().look();
            collect(frame, output);
            return;
        }
        var variable = sources.get(from).variable();
        for (var element : inputs.get(from)) {
            frame.set(variable, element);
            collect(frame, inputs, from + 1, output);
        }
    }

    private void collect(Frame frame, List<@Nullable Object> output) {
        for (var let : lets) {
            frame.set(let.variable(), let.step().value(frame));
        }
        for (var relationship : relationships) {
            if (!holds(relationship, frame)) {
                return;
            }
        }
        if (where == null || Boolean.TRUE.equals(where.value(frame))) {
            output.add(result == null ? itself(frame) : result.value(frame));
        }
    }

    private static boolean holds(Relationship relationship, Frame frame) {
        var related = QueryEvaluator.INSTANCE.ensureIterable(
                relationship.source().step().value(frame));
        for (var element : related) {
            frame.set(relationship.source().variable(), element);
            if (Boolean.TRUE.equals(relationship.condition().value(frame))) {
                return relationship.isWanted();
            }
        }
        return !relationship.isWanted();
    }

    private @Nullable Object itself(Frame frame) {
        if (sources.size() == 1) {
            return frame.get(sources.get(0).variable());
        }
        var elements = new LinkedHashMap<String, @Nullable Object>();
        sources.forEach(from -> elements.put(String.valueOf(from.name()), frame.get(from.variable())));
        return new Tuple().withElements(elements);
    }
}
