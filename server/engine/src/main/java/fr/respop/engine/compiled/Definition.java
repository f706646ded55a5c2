package fr.respop.engine.compiled;

import org.hl7.elm.r1.ExpressionDef;
import org.hl7.elm.r1.FunctionDef;
import org.hl7.elm.r1.Library;
import org.jspecify.annotations.Nullable;

/** A definition of a library, expression or function, which is compiled when it is first evaluated. */
final class Definition {

    /** A definition's expression, and how many variables it needs; the first are the operands. */
    record Body(Step step, int variables) {}

    private final Definitions definitions;
    private final Library library;
    private final ExpressionDef source;
    private final int place;
    private volatile @Nullable Body body;

    /** @param place a number of its own, from 0 */
    Definition(Definitions definitions, Library library, ExpressionDef source, int place) {
        this.definitions = definitions;
        this.library = library;
        this.source = source;
        this.place = place;
    }

    int place() {
        return place;
    }

    @Nullable
    String context() {
        return source.getContext();
    }

    /** What it says, to be evaluated in a frame of its own. */
    Body body() {
        var known = body;
        if (known == null) {
            known = compile();
            body = known;
        }
        return known;
    }

    private Body compile() {
        if (source.getExpression() == null) {
            throw new NotCompilable(source);
        }
        var names = new Names();
        if (source instanceof FunctionDef function) {
            function.getOperand().forEach(operand -> names.enter(operand.getName()));
        }
        var step = new Compiler(definitions, library, names).step(source.getExpression());
        return new Body(step, names.variables());
    }
}
