package fr.respop.engine.compiled;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.cqframework.cql.cql2elm.LibraryManager;
import org.hl7.cql.model.NamespaceManager;
import org.hl7.elm.r1.ExpressionDef;
import org.hl7.elm.r1.FunctionDef;
import org.hl7.elm.r1.FunctionRef;
import org.hl7.elm.r1.IncludeDef;
import org.hl7.elm.r1.Library;
import org.hl7.elm.r1.VersionedIdentifier;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.elm.executing.FunctionRefEvaluator;

/** The definitions of libraries that do not change any more. Safe for any number of threads. */
public final class Definitions {

    private final LibraryManager libraries;
    private final Map<VersionedIdentifier, Map<String, Definition>> expressions = new ConcurrentHashMap<>();
    // Elements are equal when they say the same, which takes long to find out, and is not the same definition.
    private final IdentityHashMap<ExpressionDef, Definition> known = new IdentityHashMap<>();

    /** @param libraries gives the libraries, and what they include */
    public Definitions(LibraryManager libraries) {
        this.libraries = libraries;
    }

    LibraryManager libraries() {
        return libraries;
    }

    Definition expression(VersionedIdentifier library, String name) {
        return expressions
                .computeIfAbsent(library, anew -> new ConcurrentHashMap<>())
                .computeIfAbsent(name, anew -> expression(library(library), name));
    }

    /** The only function of a name. */
    Definition function(VersionedIdentifier library, String name) {
        var found = library(library);
        var functions = functions(found, name);
        if (functions.size() != 1) {
            throw new NotCompilable("overloads of " + name);
        }
        return definition(found, functions.get(0));
    }

    Definition expression(Library library, @Nullable String name) {
        return statements(library).stream()
                .filter(definition -> !(definition instanceof FunctionDef))
                .filter(definition -> Objects.equals(name, definition.getName()))
                .findFirst()
                .map(definition -> definition(library, definition))
                .orElseThrow(() -> new NotCompilable("a name that is not known: " + name));
    }

    /** The function that is called, which must be clear without looking at the arguments. */
    FunctionDef called(Library library, FunctionRef call) {
        var functions = functions(library, call.getName()).stream()
                .filter(function ->
                        function.getOperand().size() == call.getOperand().size())
                .filter(function -> call.getSignature().isEmpty()
                        || FunctionRefEvaluator.INSTANCE.functionDefOperandsSignatureEqual(
                                function, call.getSignature()))
                .toList();
        if (functions.size() != 1) {
            throw new NotCompilable("overloads of " + call.getName());
        }
        return functions.get(0);
    }

    synchronized Definition definition(Library library, ExpressionDef source) {
        return known.computeIfAbsent(source, anew -> new Definition(this, library, source, known.size()));
    }

    /** A library by its name in another, which is that other library when there is none. */
    Library library(Library from, @Nullable String localName) {
        if (localName == null) {
            return from;
        }
        return includes(from).stream()
                .filter(include -> localName.equals(include.getLocalIdentifier()))
                .findFirst()
                .map(include -> library(new VersionedIdentifier()
                        .withSystem(NamespaceManager.getUriPart(include.getPath()))
                        .withId(NamespaceManager.getNamePart(include.getPath()))
                        .withVersion(include.getVersion())))
                .orElseThrow(() -> new NotCompilable("a library that is not known: " + localName));
    }

    private Library library(VersionedIdentifier identifier) {
        return Objects.requireNonNull(libraries.resolveLibrary(identifier).getLibrary());
    }

    private static List<FunctionDef> functions(Library library, @Nullable String name) {
        return statements(library).stream()
                .filter(FunctionDef.class::isInstance)
                .map(FunctionDef.class::cast)
                .filter(function -> Objects.equals(name, function.getName()))
                .toList();
    }

    private static List<ExpressionDef> statements(Library library) {
        return library.getStatements() == null
                ? List.of()
                : library.getStatements().getDef();
    }

    private static List<IncludeDef> includes(Library library) {
        return library.getIncludes() == null ? List.of() : library.getIncludes().getDef();
    }
}
