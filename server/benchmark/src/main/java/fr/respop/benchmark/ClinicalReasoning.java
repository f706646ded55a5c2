package fr.respop.benchmark;

import ca.uhn.fhir.context.FhirContext;
import fr.respop.engine.SubjectRecord;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.cqframework.cql.cql2elm.CqlCompilerOptions;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;
import org.opencds.cqf.fhir.cql.engine.retrieve.RetrieveSettings.TERMINOLOGY_FILTER_MODE;
import org.opencds.cqf.fhir.cql.engine.terminology.TerminologySettings.VALUESET_EXPANSION_MODE;
import org.opencds.cqf.fhir.cr.measure.MeasureEvaluationOptions;
import org.opencds.cqf.fhir.cr.measure.common.MeasurePeriodValidator;
import org.opencds.cqf.fhir.cr.measure.r4.R4MultiMeasureService;
import org.opencds.cqf.fhir.utility.repository.InMemoryFhirRepository;

/**
 * clinical-reasoning's measure service over its repository in memory, with compiled libraries and expanded value sets kept
 * from one run to the next.
 *
 * <p>The repository looks through all resources of a type at every search, so that few residents at a time cost least.
 */
final class ClinicalReasoning implements Contender {

    private static final int RESIDENTS_AT_A_TIME = 25;

    private final BenchmarkContent content;
    private final List<? extends SubjectRecord> residents;
    private final MeasureEvaluationOptions options = options();

    ClinicalReasoning(BenchmarkContent content, List<? extends SubjectRecord> residents) {
        this.content = content;
        this.residents = residents;
    }

    private static MeasureEvaluationOptions options() {
        var options = MeasureEvaluationOptions.defaultOptions();
        var settings = options.getEvaluationSettings();
        settings.setLibraryCache(new ConcurrentHashMap<>());
        settings.setValueSetCache(new ConcurrentHashMap<>());
        settings.getCqlOptions()
                .getCqlCompilerOptions()
                .getOptions()
                .remove(CqlCompilerOptions.Options.EnableDateRangeOptimization);
        settings.getRetrieveSettings().setTerminologyParameterMode(TERMINOLOGY_FILTER_MODE.FILTER_IN_MEMORY);
        settings.getTerminologySettings().setValuesetExpansionMode(VALUESET_EXPANSION_MODE.PERFORM_NAIVE_EXPANSION);
        return options;
    }

    @Override
    public String name() {
        return "clinical-reasoning in memory, " + RESIDENTS_AT_A_TIME + " at a time: two pyramids";
    }

    @Override
    public long residents() {
        return residents.size();
    }

    @Override
    public Sample run(Meter meter) {
        return meter.measure(() -> {
            long count = 0;
            for (int i = 0; i < residents.size(); i += RESIDENTS_AT_A_TIME) {
                count += evaluate(residents.subList(i, Math.min(residents.size(), i + RESIDENTS_AT_A_TIME)));
            }
            return count;
        });
    }

    private long evaluate(List<? extends SubjectRecord> chunk) {
        var service = new R4MultiMeasureService(
                repository(chunk), options, "https://example.org/fhir", new MeasurePeriodValidator());
        var answer = service.evaluate(
                content.pyramids().stream()
                        .map(measure -> new IdType("Measure", measure.getIdPart()))
                        .toList(),
                List.of(),
                List.of(),
                BenchmarkContent.PERIOD.start(),
                BenchmarkContent.PERIOD.end(),
                "population",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return answer.getParameter().stream()
                .map(parameter -> (Bundle) parameter.getResource())
                .flatMap(bundle -> bundle.getEntry().stream())
                .mapToLong(entry -> EngineEvaluation.initialPopulation((MeasureReport) entry.getResource()))
                .sum();
    }

    private InMemoryFhirRepository repository(List<? extends SubjectRecord> chunk) {
        var bundle = new Bundle().setType(Bundle.BundleType.COLLECTION);
        content.packaged().all(Library.class).forEach(resource -> add(bundle, resource));
        content.packaged().all(ValueSet.class).forEach(resource -> add(bundle, resource));
        content.pyramids().forEach(resource -> add(bundle, resource));
        ParsedResidents.resources(chunk).forEach(resource -> add(bundle, resource));
        return new InMemoryFhirRepository(FhirContext.forR4Cached(), bundle);
    }

    private static void add(Bundle bundle, Resource resource) {
        bundle.addEntry().setResource(resource);
    }
}
