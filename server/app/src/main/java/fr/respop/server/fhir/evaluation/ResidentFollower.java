package fr.respop.server.fhir.evaluation;

import java.util.List;

/**
 * Is told of residents whose record was written a little while ago, or who were looked at last before midnight: the same
 * whose strata are computed again, and after that.
 */
public interface ResidentFollower {

    /**
     * Brings up to date what depends on these residents. Who fails must not keep the others waiting.
     *
     * @param residents the logical ids of Patients, who may have been deleted since
     * @return those who are to be told again soon
     */
    List<String> follow(List<String> residents);
}
