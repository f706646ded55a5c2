package fr.respop.engine.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cqframework.cql.cql2elm.CqlCompilerException;
import org.cqframework.cql.cql2elm.CqlCompilerOptions;
import org.cqframework.cql.cql2elm.CqlCompilerOptions.Options;
import org.cqframework.cql.cql2elm.LibraryBuilder.SignatureLevel;
import org.cqframework.cql.cql2elm.LibraryManager;
import org.cqframework.cql.cql2elm.ModelManager;
import org.cqframework.cql.cql2elm.model.CompiledLibrary;
import org.hl7.elm.r1.FunctionDef;
import org.hl7.elm.r1.Library;
import org.hl7.elm.r1.VersionedIdentifier;

/**
 * Compiles libraries: takes their ELM where it can be trusted, and else translates their CQL.
 *
 * <p>There are two managers. The translator needs the types of what it includes, which ELM that was read from a file
 * has lost, so it sees CQL only. The engine's manager holds finished libraries and never translates.
 */
final class LibraryCompiler {

    private final LibraryTexts texts;
    private final LibraryManager translator;
    private final Map<VersionedIdentifier, CompiledLibrary> finished = new ConcurrentHashMap<>();
    private final Map<VersionedIdentifier, Map<String, FunctionDef>> pureFunctions = new ConcurrentHashMap<>();
    private final Map<VersionedIdentifier, String> digests = new ConcurrentHashMap<>();
    private final LibraryManager engineManager;

    LibraryCompiler(ContentSource source) {
        texts = new LibraryTexts(source);
        translator = new LibraryManager(new ModelManager(), options());
        translator.getLibrarySourceLoader().registerProvider(texts);
        engineManager = new LibraryManager(new ModelManager(), options(), finished);
    }

    private static CqlCompilerOptions options() {
        var options = new CqlCompilerOptions(
                CqlCompilerException.ErrorSeverity.Info,
                SignatureLevel.Overloads,
                Options.EnableLocators,
                Options.DisableListDemotion,
                Options.DisableListPromotion);
        options.setEnableCqlOnly(true);
        return options;
    }

    LibraryManager finished() {
        return engineManager;
    }

    synchronized CqlLibrary compile(org.hl7.fhir.r4.model.Library library) {
        var identifier = texts.register(library);
        finish(identifier, new LinkedHashSet<>());
        return library(identifier, elm(identifier));
    }

    /** Compiles what is not stored: what it includes is kept here, and it is not. */
    synchronized FinishedText compile(CqlText text) {
        var identifier = TextTranslation.identifier();
        LibraryText.ofCql(text.whole())
                .includes()
                .forEach(included -> finishIncluded(included, identifier, new LinkedHashSet<>()));
        var compiled = new TextTranslation(text, translator).run();
        var elm = Objects.requireNonNull(compiled.getLibrary());
        ElementReads.inline(elm, this::elm);
        var all = new HashMap<>(finished);
        all.put(identifier, compiled);
        return new FinishedText(
                library(identifier, elm), new LibraryManager(engineManager.getModelManager(), options(), all));
    }

    /**
     * A text that is compiled.
     *
     * @param libraries gives the engine it and all others
     */
    record FinishedText(CqlLibrary library, LibraryManager libraries) {}

    private CqlLibrary library(VersionedIdentifier identifier, Library elm) {
        var dataTypes = new TreeSet<String>();
        var parameters = new HashSet<String>();
        var functions = new HashMap<VersionedIdentifier, Map<String, FunctionDef>>();
        var valueSets = new TreeSet<String>();
        var textDigests = new ArrayList<String>();
        for (var part : closure(elm, new LinkedHashSet<>())) {
            Elm.retrieves(part)
                    .forEach(retrieve -> dataTypes.add(retrieve.getDataType().getLocalPart()));
            parameters.addAll(Elm.parameters(part));
            functions.put(part.getIdentifier(), pureFunctions.getOrDefault(part.getIdentifier(), Map.of()));
            valueSets.addAll(Elm.valueSets(part));
            textDigests.add(digests.getOrDefault(part.getIdentifier(), ""));
        }
        return new CqlLibrary(
                identifier, elm, dataTypes, Set.copyOf(parameters), functions, valueSets, Digest.of(textDigests));
    }

    /** What a library includes is finished first, so that an error is told of the library that has it. */
    private void finish(VersionedIdentifier identifier, Set<VersionedIdentifier> includers) {
        if (finished.containsKey(identifier)) {
            return;
        }
        if (!includers.add(identifier)) {
            throw new InvalidLibrary(
                    identifier.getId(), List.of("It includes itself: " + cycle(identifier, includers)), null);
        }
        var text = texts.find(identifier);
        if (text.isEmpty()) {
            throw new InvalidLibrary(identifier.getId(), List.of("It has neither CQL nor ELM"), null);
        }
        text.includes().forEach(included -> finishIncluded(included, identifier, includers));
        var compiled = text.trustedElm().map(LibraryCompiler::compiled).orElseGet(() -> translate(identifier));
        var elm = Objects.requireNonNull(compiled.getLibrary());
        // An include without a version does not name the library as the engine does.
        pureFunctions.put(elm.getIdentifier(), PureFunctions.takeOut(elm));
        ElementReads.inline(elm, this::elm);
        digests.put(identifier, text.digest());
        finished.put(identifier, compiled);
        includers.remove(identifier);
    }

    private void finishIncluded(
            VersionedIdentifier included, VersionedIdentifier includer, Set<VersionedIdentifier> includers) {
        try {
            finish(included, includers);
        } catch (UnknownLibrary missing) {
            throw missing.includedBy(includer.getId());
        }
    }

    /** The way from a library back to it. */
    private static String cycle(VersionedIdentifier identifier, Set<VersionedIdentifier> includers) {
        return Stream.concat(
                        includers.stream().dropWhile(includer -> !includer.equals(identifier)), Stream.of(identifier))
                .map(VersionedIdentifier::getId)
                .collect(Collectors.joining(" -> "));
    }

    private static CompiledLibrary compiled(Library elm) {
        var library = new CompiledLibrary();
        library.setLibrary(elm);
        library.setIdentifier(elm.getIdentifier());
        return library;
    }

    private CompiledLibrary translate(VersionedIdentifier identifier) {
        var remarks = new ArrayList<CqlCompilerException>();
        try {
            var compiled = translator.resolveLibrary(identifier, remarks);
            if (!CqlCompilerException.hasErrors(remarks)) {
                return compiled;
            }
        } catch (RuntimeException refused) {
            throw new InvalidLibrary(identifier.getId(), List.of(String.valueOf(refused.getMessage())), refused);
        }
        throw new InvalidLibrary(identifier.getId(), TranslatorMessages.errors(remarks), remarks.get(0));
    }

    private Set<Library> closure(Library library, Set<Library> found) {
        if (found.add(library)) {
            Elm.includes(library).forEach(included -> closure(elm(included), found));
        }
        return found;
    }

    private Library elm(VersionedIdentifier identifier) {
        return engineManager.resolveLibrary(identifier).getLibrary();
    }
}
