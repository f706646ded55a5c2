package fr.respop.engine;

import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Measure;

/**
 * What is asked of a {@link PopulationEvaluator}.
 *
 * @param measure the measure; it need not have element ids, and is not changed
 * @param period the measurement period
 * @param reportType what the report tells of its subjects
 * @param membership the expression that decides who belongs to the population; without one everybody does
 * @param parameters further CQL parameters by name, as CQL values (such as {@code Integer}, {@code BigDecimal},
 *     {@code String}, or the types of {@code org.opencds.cqf.cql.engine.runtime})
 * @param progress told how far the evaluation has come
 */
public record MeasureEvaluation(
        Measure measure,
        MeasurementPeriod period,
        ReportType reportType,
        Optional<Membership> membership,
        Map<String, Object> parameters,
        ProgressListener progress) {

    public MeasureEvaluation {
        parameters = Map.copyOf(parameters);
    }

    /** An evaluation of everybody, without further parameters, of which nobody follows the progress. */
    public static MeasureEvaluation of(Measure measure, MeasurementPeriod period, ReportType reportType) {
        return new MeasureEvaluation(measure, period, reportType, Optional.empty(), Map.of(), ProgressListener.NONE);
    }

    /** The same evaluation, of members only. */
    public MeasureEvaluation ofMembers(Membership members) {
        return new MeasureEvaluation(measure, period, reportType, Optional.of(members), parameters, progress);
    }

    /** The same evaluation with further CQL parameters in place of those it has. */
    public MeasureEvaluation withParameters(Map<String, Object> values) {
        return new MeasureEvaluation(measure, period, reportType, membership, values, progress);
    }

    /** The same evaluation, which tells the listener how far it has come. */
    public MeasureEvaluation withProgress(ProgressListener listener) {
        return new MeasureEvaluation(measure, period, reportType, membership, parameters, listener);
    }
}
