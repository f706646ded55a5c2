package fr.respop.engine.content;

import fr.respop.engine.compiled.Definitions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.cqframework.cql.cql2elm.LibraryManager;
import org.hl7.elm.r1.VersionedIdentifier;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Resource;
import org.opencds.cqf.cql.engine.terminology.TerminologyProvider;

/**
 * Content ready to be evaluated: libraries compiled, value sets expanded, each once, when it is first asked for.
 *
 * <p>Safe for any number of threads. It never changes: when a library or a value set of the source does, make a new one.
 */
public final class Content {

    private final ContentSource source;
    private final LibraryCompiler compiler;
    private final ValueSets valueSets;
    private final LibraryManager libraries;
    private final Definitions definitions;
    private final ConcurrentMap<String, Measure> measures = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, CqlLibrary> compiled = new ConcurrentHashMap<>();
    private final ConcurrentMap<CqlLibrary, String> digests = new ConcurrentHashMap<>();
    private final ConcurrentMap<VersionedIdentifier, KnownAnswers> answers = new ConcurrentHashMap<>();
    private final AskedLibraries asked = new AskedLibraries();

    public Content(ContentSource source) {
        this.source = source;
        this.compiler = new LibraryCompiler(source);
        this.valueSets = new ValueSets(source);
        this.libraries = compiler.finished();
        this.definitions = new Definitions(libraries);
    }

    /** The same, with other libraries for the engine. */
    private Content(Content origin, LibraryManager libraries) {
        this.source = origin.source;
        this.compiler = origin.compiler;
        this.valueSets = origin.valueSets;
        this.libraries = libraries;
        this.definitions = new Definitions(libraries);
    }

    /**
     * A measure, which must not be changed: others get the same.
     *
     * @param canonical {@code url|version}, {@code url} for the latest version, or {@code Measure/<id>}
     * @throws UnknownMeasure if there is none
     */
    public Measure measure(String canonical) {
        var known = measures.get(canonical);
        if (known != null) {
            return known;
        }
        var measure = source.measure(canonical).orElseThrow(() -> new UnknownMeasure(canonical));
        measures.put(canonical, measure);
        return measure;
    }

    /**
     * A compiled library with all that it includes.
     *
     * @param canonical {@code url|version}, {@code url} for the latest version, or {@code Library/<id>}
     * @throws UnknownLibrary if it, or a library that it includes, is not there
     * @throws InvalidLibrary if it does not compile
     */
    public CqlLibrary library(String canonical) {
        var known = compiled.get(canonical);
        if (known != null) {
            return known;
        }
        var library = source.library(canonical).orElseThrow(() -> new UnknownLibrary(canonical));
        var finished = compiler.compile(library);
        compiled.put(canonical, finished);
        return finished;
    }

    /**
     * Compiles CQL that is not part of the content, and may include what is.
     *
     * <p>Nothing of it is stored, and no other library can include it. Texts that were asked for lately stay compiled.
     *
     * @throws UnknownLibrary if a library that it includes is not there
     * @throws InvalidLibrary if it, or a library that it includes, does not compile
     */
    public AskedLibrary compile(CqlText text) {
        return asked.get(text, this::compileAnew);
    }

    private AskedLibrary compileAnew(CqlText text) {
        var finished = compiler.compile(text);
        return new AskedLibrary(finished.library(), new Content(this, finished.libraries()));
    }

    /**
     * The codes of a value set.
     *
     * @throws ValueSetNotExpandable if it is not there or does not list its codes
     */
    public CodeSet codes(String canonical) {
        return valueSets.codes(canonical);
    }

    /**
     * Names a library as it is here: with another text of it, or of a library that it includes, or with other codes in a
     * value set that these name, it is another name.
     */
    public String digest(CqlLibrary library) {
        return digests.computeIfAbsent(library, this::computeDigest);
    }

    private String computeDigest(CqlLibrary library) {
        var texts = new ArrayList<String>();
        texts.add(library.digest());
        for (var valueSet : library.valueSets()) {
            texts.add(valueSet);
            texts.add(describe(valueSet));
        }
        return Digest.of(texts);
    }

    /** A value set that cannot be expanded matters to those who ask for its codes only. */
    private String describe(String valueSet) {
        try {
            return codes(valueSet).codes().stream()
                    .map(code ->
                            code.getSystem() + "|" + code.getVersion() + "|" + code.getCode() + "|" + code.getDisplay())
                    .sorted()
                    .collect(Collectors.joining("\n"));
        } catch (ValueSetNotExpandable unusable) {
            return String.valueOf(unusable.getMessage());
        }
    }

    /** What the pure functions of a library, or of one that it includes, answered so far. */
    public KnownAnswers answers(VersionedIdentifier library) {
        return answers.computeIfAbsent(library, anew -> new KnownAnswers());
    }

    /** All resources of a type that belongs to no patient, as they are now. */
    public List<Resource> shared(String type) {
        return source.shared(type);
    }

    /** Answers the CQL engine's questions about value sets as {@link #codes} does. */
    public TerminologyProvider terminology() {
        return valueSets;
    }

    /** What the libraries define, ready to run. */
    public Definitions definitions() {
        return definitions;
    }

    /** Gives the CQL engine the libraries that were asked for here; compiles nothing more. */
    public LibraryManager libraries() {
        return libraries;
    }
}
