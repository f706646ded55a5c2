package fr.respop.engine.content;

import java.util.List;
import org.cqframework.cql.cql2elm.CqlCompilerException;
import org.cqframework.cql.cql2elm.CqlCompilerException.ErrorSeverity;

/** Puts the translator's remarks into words. */
final class TranslatorMessages {

    private TranslatorMessages() {}

    static List<String> errors(List<CqlCompilerException> remarks) {
        return remarks.stream()
                .filter(remark -> remark.getSeverity() == ErrorSeverity.Error)
                .map(TranslatorMessages::text)
                .toList();
    }

    private static String text(CqlCompilerException remark) {
        var place = remark.getLocator();
        return place == null
                ? String.valueOf(remark.getMessage())
                : "line " + place.getStartLine() + ", column " + place.getStartChar() + ": " + remark.getMessage();
    }
}
