package fr.respop.server.fhir.programme;

/** What follows from an objection that holds, in the transaction that stores it. */
public interface ObjectionFollower {

    /**
     * An objection is about to be written: what is being done for the resident at the moment comes first.
     *
     * @param patientId the logical id of the Patient who objects
     */
    default void beforeObjection(String patientId) {}

    /**
     * An objection was written. Told once a transaction.
     *
     * @param patientId the logical id of the Patient who objects
     */
    void objected(String patientId);
}
