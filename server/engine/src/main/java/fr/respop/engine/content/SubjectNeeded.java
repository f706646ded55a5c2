package fr.respop.engine.content;

/** CQL that looks at the data of a patient, evaluated for none. */
public final class SubjectNeeded extends ContentException {

    private final String type;

    public SubjectNeeded(String type) {
        super("The CQL retrieves " + type + ", and so needs a patient", null);
        this.type = type;
    }

    /** The FHIR type that it retrieves. */
    public String type() {
        return type;
    }
}
