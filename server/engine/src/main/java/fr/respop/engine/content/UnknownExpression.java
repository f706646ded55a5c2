package fr.respop.engine.content;

/** A library has no expression of this name. */
public final class UnknownExpression extends ContentException {

    private final String library;
    private final String expression;

    public UnknownExpression(String library, String expression) {
        super("The library " + library + " has no expression \"" + expression + "\"", null);
        this.library = library;
        this.expression = expression;
    }

    /** The name of the library. */
    public String library() {
        return library;
    }

    public String expression() {
        return expression;
    }
}
