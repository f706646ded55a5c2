package fr.respop.server.fhir.evaluation;

import fr.respop.engine.MeasurementPeriod;
import fr.respop.engine.ProgressListener;
import fr.respop.server.fhir.Refusal;
import java.util.List;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;

/** Evaluates measures on the residents for whom a Group stands, as {@code $evaluate-measure} does. */
public interface GroupEvaluation {

    /**
     * Evaluates measures in one pass.
     *
     * @param measures at least one, as stored
     * @param groupId the logical id of the Group
     * @return nothing of it is stored
     * @throws Refusal if the Group or a measure cannot be evaluated
     */
    Result evaluate(List<Measure> measures, String groupId, MeasurementPeriod period, ProgressListener progress);

    /** How many residents an evaluation would look at; refuses what {@link #evaluate} refuses before it looks at the first. */
    long residents(List<Measure> measures, String groupId, MeasurementPeriod period);

    /**
     * What an evaluation came to.
     *
     * @param residents how many were looked at: for a target population, all residents of its territory
     * @param reports one a measure, in their order
     */
    record Result(long residents, List<MeasureReport> reports) {}
}
