package fr.respop.server.measure;

import ca.uhn.fhir.repository.IRepository;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.cqframework.cql.cql2elm.CqlCompilerOptions;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.opencds.cqf.fhir.cql.engine.retrieve.RetrieveSettings.TERMINOLOGY_FILTER_MODE;
import org.opencds.cqf.fhir.cql.engine.terminology.TerminologySettings.VALUESET_EXPANSION_MODE;
import org.opencds.cqf.fhir.cr.measure.MeasureEvaluationOptions;
import org.opencds.cqf.fhir.cr.measure.common.MeasurePeriodValidator;
import org.opencds.cqf.fhir.cr.measure.r4.R4MultiMeasureService;
import org.opencds.cqf.fhir.utility.monad.Eithers;

/** Clinical-reasoning's own evaluation, as HAPI's {@code $evaluate-measure} calls it, for the year 2025. */
public final class StockEvaluation {

    private static final String BASE = "https://example.org/foreign/";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** It keeps what it compiled. */
    private final MeasureEvaluationOptions options = options();

    public MeasureReport evaluate(IRepository repository, String measureId, String reportType, String subject) {
        var service = new R4MultiMeasureService(repository, options, BASE, new MeasurePeriodValidator());
        return service.evaluate(
                Eithers.forMiddle3(new IdType("Measure", measureId)),
                LocalDateTime.parse("2025-01-01T00:00:00").atZone(PARIS),
                LocalDateTime.parse("2025-12-31T23:59:59.999").atZone(PARIS),
                reportType,
                subject,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Without these the stock evaluation fails on stored resources: see its open issues. */
    private static MeasureEvaluationOptions options() {
        var options = MeasureEvaluationOptions.defaultOptions();
        var settings = options.getEvaluationSettings();
        settings.getCqlOptions()
                .getCqlCompilerOptions()
                .getOptions()
                .remove(CqlCompilerOptions.Options.EnableDateRangeOptimization);
        settings.getRetrieveSettings().setTerminologyParameterMode(TERMINOLOGY_FILTER_MODE.FILTER_IN_MEMORY);
        settings.getTerminologySettings().setValuesetExpansionMode(VALUESET_EXPANSION_MODE.PERFORM_NAIVE_EXPANSION);
        return options;
    }
}
