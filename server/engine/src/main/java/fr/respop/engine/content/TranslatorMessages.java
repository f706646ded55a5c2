package fr.respop.engine.content;

import java.util.List;
import org.cqframework.cql.cql2elm.CqlCompilerException;
import org.cqframework.cql.cql2elm.CqlCompilerException.ErrorSeverity;

/** Puts the translator's remarks into words. */
final class TranslatorMessages {

    private TranslatorMessages() {}

    static List<String> errors(List<CqlCompilerException> remarks) {
        return errors(remarks, 0);
    }

    /** With lines counted after some that the author of the library has not written. */
    static List<String> errors(List<CqlCompilerException> remarks, int linesBefore) {
        return remarks.stream()
                .filter(remark -> remark.getSeverity() == ErrorSeverity.Error)
                .map(remark -> text(remark, linesBefore))
                .toList();
    }

    private static String text(CqlCompilerException remark, int linesBefore) {
        var place = remark.getLocator();
        return place == null || place.getStartLine() - linesBefore < 1
                ? String.valueOf(remark.getMessage())
                : "line " + (place.getStartLine() - linesBefore) + ", column " + place.getStartChar() + ": "
                        + remark.getMessage();
    }
}
