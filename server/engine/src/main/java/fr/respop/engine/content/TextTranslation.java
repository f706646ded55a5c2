package fr.respop.engine.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cqframework.cql.cql2elm.CqlCompiler;
import org.cqframework.cql.cql2elm.CqlCompilerException;
import org.cqframework.cql.cql2elm.LibraryManager;
import org.cqframework.cql.cql2elm.model.CompiledLibrary;
import org.hl7.elm.r1.ExpressionDef;
import org.hl7.elm.r1.VersionedIdentifier;
import org.jspecify.annotations.Nullable;

/** Translates a {@link CqlText}, of which the translator keeps nothing. */
final class TextTranslation {

    private final CqlText text;
    private final CqlCompiler compiler;

    /** @param translator knows what the text includes */
    TextTranslation(CqlText text, LibraryManager translator) {
        this.text = text;
        this.compiler = new CqlCompiler(null, identifier(), translator);
    }

    static VersionedIdentifier identifier() {
        return new VersionedIdentifier().withId(CqlText.NAME);
    }

    CompiledLibrary run() {
        try {
            compiler.run(text.whole());
        } catch (RuntimeException refused) {
            throw invalid(compiler.getExceptions(), refused);
        } catch (StackOverflowError deep) {
            throw new InvalidLibrary(CqlText.NAME, List.of("Its expressions are nested too deeply"), deep);
        }
        var compiled = compiler.getCompiledLibrary();
        if (compiled == null || CqlCompilerException.hasErrors(compiler.getExceptions())) {
            throw invalid(compiler.getExceptions(), null);
        }
        return finished(compiled);
    }

    /** Under its own name it could be taken for a stored library. */
    private CompiledLibrary finished(CompiledLibrary compiled) {
        var library = compiled.getLibrary();
        if (library == null) {
            throw invalid(List.of(), null);
        }
        compiled.setIdentifier(identifier());
        library.setIdentifier(identifier());
        if (library.getStatements() != null) {
            // The engine finds expressions by binary search.
            library.getStatements().getDef().sort(Comparator.comparing(ExpressionDef::getName));
        }
        LocatorShift.moveUp(library, text.preambleLines());
        return compiled;
    }

    private InvalidLibrary invalid(List<CqlCompilerException> remarks, @Nullable RuntimeException refused) {
        var messages = new ArrayList<>(TranslatorMessages.errors(remarks, text.preambleLines()));
        if (messages.isEmpty()) {
            messages.add(refused == null ? "It is no CQL" : String.valueOf(refused.getMessage()));
        }
        return new InvalidLibrary(CqlText.NAME, messages, refused);
    }
}
