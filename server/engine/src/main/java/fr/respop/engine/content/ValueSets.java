package fr.respop.engine.content;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.runtime.Code;
import org.opencds.cqf.cql.engine.terminology.CodeSystemInfo;
import org.opencds.cqf.cql.engine.terminology.TerminologyProvider;
import org.opencds.cqf.cql.engine.terminology.ValueSetInfo;

/** Expands each value set once and answers from memory. */
final class ValueSets implements TerminologyProvider {

    private final ValueSetExpander expander;
    private final ConcurrentMap<String, CodeSet> expanded = new ConcurrentHashMap<>();

    ValueSets(ContentSource source) {
        expander = new ValueSetExpander(source);
    }

    @Override
    public boolean in(Code code, ValueSetInfo valueSet) {
        return codes(valueSet).contains(code);
    }

    @Override
    public Iterable<Code> expand(ValueSetInfo valueSet) {
        return codes(valueSet).codes();
    }

    /** A code is in the system that it names; whether that system defines it is not checked, as in stock evaluation. */
    @Override
    public @Nullable Code lookup(Code code, CodeSystemInfo codeSystem) {
        return code.getSystem() != null && code.getSystem().equals(codeSystem.getId()) ? code : null;
    }

    private CodeSet codes(ValueSetInfo valueSet) {
        var version = valueSet.getVersion();
        return codes(version == null ? valueSet.getId() : valueSet.getId() + "|" + version);
    }

    CodeSet codes(String canonical) {
        var known = expanded.get(canonical);
        return known == null ? expanded.computeIfAbsent(canonical, expander::expand) : known;
    }
}
