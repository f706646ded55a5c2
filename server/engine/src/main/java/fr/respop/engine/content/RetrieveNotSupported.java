package fr.respop.engine.content;

/** CQL that looks at the data of other patients than the one it is evaluated for. */
public final class RetrieveNotSupported extends ContentException {

    private final String type;
    private final String context;

    public RetrieveNotSupported(String type, String context) {
        super(
                "The CQL retrieves " + type + " in the context " + context
                        + ", and so looks at the data of all patients; retrieve it in the context Patient",
                null);
        this.type = type;
        this.context = context;
    }

    /** The FHIR type that it retrieves. */
    public String type() {
        return type;
    }

    /** The context in which it retrieves it, such as {@code Unfiltered}. */
    public String context() {
        return context;
    }
}
