package fr.respop.engine.terminology;

/** A filter of a value set that selects nothing because it is not well formed. */
public final class InvalidFilter extends RuntimeException {

    private final String element;

    InvalidFilter(String element, String reason) {
        super(reason);
        this.element = element;
    }

    /** The element of the value set that is at fault, such as {@code ValueSet.compose.include.filter.op}. */
    public String element() {
        return element;
    }

    /** What is wrong with it, and what cures it. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
