package fr.respop.engine.compiled;

import java.util.List;
import java.util.Objects;
import org.hl7.elm.r1.Retrieve;
import org.hl7.elm.r1.ValueSetRef;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.runtime.Code;
import org.opencds.cqf.cql.engine.runtime.Concept;
import org.opencds.cqf.cql.engine.runtime.Interval;
import org.opencds.cqf.cql.engine.runtime.ValueSet;

/** Asks the data provider of the model for resources of a type, perhaps of some codes, perhaps of a time. */
record RetrieveStep(
        Retrieve source, @Nullable Step codes, @Nullable Step dateRange) implements Step {

    static Step of(Retrieve source, Compiler compiler) {
        if (source.getContext() != null || source.getDataType() == null) {
            throw new NotCompilable(source);
        }
        return new RetrieveStep(
                source,
                codes(source, compiler),
                source.getDateRange() == null ? null : compiler.step(source.getDateRange()));
    }

    /** A value set is named to the provider, which knows its codes. */
    private static @Nullable Step codes(Retrieve source, Compiler compiler) {
        if (source.getCodes() instanceof ValueSetRef reference) {
            var valueSet = compiler.constants().valueSet(reference);
            return frame -> valueSet;
        }
        return source.getCodes() == null ? null : compiler.step(source.getCodes());
    }

    @Override
    public Object value(Frame frame) {
        var run = frame.run();
        var provider = run.state().getEnvironment().resolveDataProvider(Objects.requireNonNull(source.getDataType()));
        var type = source.getDataType().getLocalPart();
        var wanted = codes == null ? null : Objects.requireNonNull(codes.value(frame));
        var resources = provider.retrieve(
                run.context(),
                (String) provider.getContextPath(run.context(), type),
                run.state().getContextValues().get(run.context()),
                type,
                source.getTemplateId(),
                source.getCodeProperty(),
                wanted == null || wanted instanceof ValueSet ? null : codes(wanted),
                wanted instanceof ValueSet valueSet ? valueSet.getId() : null,
                source.getDateProperty(),
                source.getDateLowProperty(),
                source.getDateHighProperty(),
                dateRange == null ? null : (Interval) dateRange.value(frame));
        run.evidence().add(Objects.requireNonNull(resources));
        return resources;
    }

    @SuppressWarnings("unchecked") // The translator sees to it that it is a list of codes.
    private static Iterable<Code> codes(Object wanted) {
        if (wanted instanceof String code) {
            return List.of(new Code().withCode(code));
        }
        if (wanted instanceof Code code) {
            return List.of(code);
        }
        if (wanted instanceof Concept concept) {
            return concept.getCodes() == null
                    ? List.of()
                    : concept.getCodes().stream().filter(Objects::nonNull).toList();
        }
        return (Iterable<Code>) wanted;
    }
}
