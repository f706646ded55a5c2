package fr.respop.server.fhir.evaluation;

import java.time.Instant;
import java.util.List;

/** The residents whose strata are to be computed again: because their record was written, or because a day has passed. */
public interface DueResidents {

    /**
     * A resident who is due.
     *
     * @param id the logical id of the Patient, who may have been deleted since
     * @param changes how often the record had been written when this was read
     */
    record DueResident(String id, long changes) {}

    /**
     * Those who are due longest.
     *
     * @param until who became due later is left for later
     */
    List<DueResident> due(Instant until, int atMost);

    /** Makes a resident due as if the record had been written: even one whom somebody is just looking at. */
    void makeDue(String id);

    /**
     * Notes that residents were looked at. One who was written to in between stays due.
     *
     * @param next when they are due again even if nothing is written
     */
    void done(List<DueResident> residents, Instant next);
}
