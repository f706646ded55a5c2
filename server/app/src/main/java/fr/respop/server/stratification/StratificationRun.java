package fr.respop.server.stratification;

import fr.respop.engine.SubjectNotEvaluable;
import fr.respop.engine.SubjectRecord;
import java.util.List;
import java.util.Set;

/** A run over any number of residents, all as of one moment; belongs to one thread. */
interface StratificationRun {

    /** The FHIR types of a resident's record that strata are computed and compared with. */
    Set<String> dataTypes();

    /**
     * What the strata of a resident come to; nothing is stored.
     *
     * @throws SubjectNotEvaluable if the record cannot be read, or the CQL fails on it
     */
    List<Stratification> look(SubjectRecord resident);

    /**
     * Stores what the strata of a resident come to.
     *
     * @throws SubjectNotEvaluable if the record cannot be read, or the CQL fails on it
     */
    List<Stratification> stratify(SubjectRecord resident);

    /** As {@link #look} or, if it is no dry run, as {@link #stratify(SubjectRecord)}. */
    default List<Stratification> stratify(SubjectRecord resident, boolean isDryRun) {
        return isDryRun ? look(resident) : stratify(resident);
    }
}
