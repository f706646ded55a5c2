package fr.respop.content.cql;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kotlinx.io.files.PathsKt;
import org.cqframework.cql.cql2elm.CqlCompilerException;
import org.cqframework.cql.cql2elm.CqlCompilerException.ErrorSeverity;
import org.cqframework.cql.cql2elm.CqlCompilerOptions;
import org.cqframework.cql.cql2elm.CqlTranslatorOptions;
import org.cqframework.cql.cql2elm.LibraryManager;
import org.cqframework.cql.cql2elm.ModelManager;
import org.cqframework.cql.cql2elm.StringLibrarySourceProvider;
import org.cqframework.cql.cql2elm.model.CompiledLibrary;
import org.cqframework.cql.cql2elm.quick.FhirLibrarySourceProvider;
import org.hl7.elm.r1.VersionedIdentifier;

/** A folder of CQL libraries with the options to translate them by. */
public final class CqlFolder {

    private final List<CqlSource> sources;
    private final LibraryManager libraries;
    private final LibraryResource resources;

    private CqlFolder(List<CqlSource> sources, CqlCompilerOptions options, String canonicalBase) {
        this.sources = IncludeOrder.of(sources);
        this.libraries = new LibraryManager(new ModelManager(), options);
        this.resources = new LibraryResource(libraries, canonicalBase);
        libraries.getLibrarySourceLoader().registerProvider(new FhirLibrarySourceProvider());
        libraries
                .getLibrarySourceLoader()
                .registerProvider(new StringLibrarySourceProvider(
                        this.sources.stream().map(CqlSource::text).toList()));
    }

    /**
     * Translates every library of a folder.
     *
     * @param canonicalBase what precedes {@code /Library/<name>} in the libraries' canonicals
     * @throws CqlError for any error or warning of the translator
     */
    public static List<TranslatedLibrary> translate(Path folder, String canonicalBase) {
        try (var files = Files.list(folder)) {
            List<CqlSource> sources = files.filter(file -> file.toString().endsWith(".cql"))
                    .sorted()
                    .map(CqlSource::read)
                    .toList();
            return new CqlFolder(sources, options(folder), canonicalBase).translate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CqlCompilerOptions options(Path folder) {
        Path file = folder.resolve("cql-options.json");
        if (!Files.exists(file)) {
            throw new CqlError(file + " is missing. It holds the options by which every tool translates alike.");
        }
        var options =
                CqlTranslatorOptions.fromFile(PathsKt.Path(file.toString())).getCqlCompilerOptions();
        if (options == null) {
            throw new CqlError(file + " names no compiler options.");
        }
        return options;
    }

    private List<TranslatedLibrary> translate() {
        List<String> messages = new ArrayList<>();
        List<TranslatedLibrary> translated = new ArrayList<>();
        for (CqlSource source : sources) {
            List<CqlCompilerException> exceptions = new ArrayList<>();
            CompiledLibrary compiled = libraries.resolveLibrary(identifier(source), exceptions);
            List<String> own = exceptions.stream()
                    .filter(exception -> exception.getSeverity() != ErrorSeverity.Info)
                    .filter(exception -> concerns(source, exception))
                    .map(exception -> message(source, exception))
                    .toList();
            messages.addAll(own);
            if (messages.isEmpty()) {
                translated.add(describe(source, compiled));
            }
        }
        if (!messages.isEmpty()) {
            throw new CqlError(String.join("\n", messages));
        }
        return translated;
    }

    private TranslatedLibrary describe(CqlSource source, CompiledLibrary compiled) {
        var library = compiled.getLibrary();
        if (library == null) {
            throw new CqlError(source.file() + ": the translator gave no ELM.");
        }
        String elm = TranslatedLibrary.text(library);
        JsonNode tree = TranslatedLibrary.tree(elm);
        return new TranslatedLibrary(
                source.file(), source.name(), source.version(), tree, resources.describe(source, compiled, elm, tree));
    }

    private static VersionedIdentifier identifier(CqlSource source) {
        var identifier = new VersionedIdentifier().withId(source.name());
        return source.version().isEmpty() ? identifier : identifier.withVersion(source.version());
    }

    /** Messages about an included library come up again here, but were reported with that library. */
    private static boolean concerns(CqlSource source, CqlCompilerException exception) {
        var locator = exception.getLocator();
        var library = locator == null ? null : locator.getLibrary();
        return library == null || source.name().equals(library.getId());
    }

    private static String message(CqlSource source, CqlCompilerException exception) {
        var locator = exception.getLocator();
        String place = locator == null ? "" : ":%d:%d".formatted(locator.getStartLine(), locator.getStartChar());
        return "%s%s: %s: %s".formatted(source.file(), place, exception.getSeverity(), exception.getMessage());
    }
}
