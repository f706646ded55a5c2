package fr.respop.engine.content;

/** No measure has this canonical. */
public final class UnknownMeasure extends ContentException {

    private final String canonical;

    public UnknownMeasure(String canonical) {
        super("No measure has the canonical " + canonical, null);
        this.canonical = canonical;
    }

    public String canonical() {
        return canonical;
    }
}
