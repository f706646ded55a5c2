package fr.respop.engine.content;

/** A value set that is not there, or whose codes cannot be listed without a terminology server. */
public final class ValueSetNotExpandable extends ContentException {

    private final String valueSet;
    private final String reason;

    public ValueSetNotExpandable(String valueSet, String reason) {
        super("The value set " + valueSet + " cannot be expanded: " + reason, null);
        this.valueSet = valueSet;
        this.reason = reason;
    }

    /** The canonical of the value set. */
    public String valueSet() {
        return valueSet;
    }

    public String reason() {
        return reason;
    }
}
