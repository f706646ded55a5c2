package fr.respop.server.fhir;

import java.util.List;

/** Residents by the postal code of an address, for whoever must visit all of them. */
public interface ResidentAddresses {

    /**
     * The next residents of whom any address has the postal code, in the order in which they were first stored.
     *
     * @param after where the page before this one ended; 0 for the first
     */
    List<StoredResident> page(String postalCode, long after, int atMost);

    /**
     * Takes the links from residents to their territory out of the search index, as part of the current transaction.
     *
     * <p>They are derived, so they must not keep a territory from being deleted. The bodies of the residents are not
     * changed.
     *
     * @param organizationId the logical id of the territory
     */
    void unlinkFromTerritory(String organizationId);

    /**
     * A resident's place in the database.
     *
     * @param position where the next page begins
     * @param id the logical id of the Patient
     */
    record StoredResident(long position, String id) {}
}
