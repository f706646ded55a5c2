package fr.respop.benchmark;

import fr.respop.engine.MeasureEvaluation;
import fr.respop.engine.MeasurementPeriod;
import fr.respop.engine.ReportType;
import fr.respop.engine.content.Content;
import fr.respop.engine.content.PackagedContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import org.cqframework.cql.cql2elm.CqlCompilerOptions;
import org.cqframework.cql.cql2elm.LibraryManager;
import org.cqframework.cql.cql2elm.ModelManager;
import org.cqframework.cql.cql2elm.quick.FhirLibrarySourceProvider;
import org.cqframework.cql.elm.serializing.DefaultElmLibraryWriterProvider;
import org.hl7.elm.r1.VersionedIdentifier;
import org.hl7.fhir.r4.model.Measure;

/** Respop's content and the questions that are put to all engines. */
final class BenchmarkContent {

    static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    static final MeasurementPeriod PERIOD = MeasurementPeriod.of("2025", "2025", ZONE);

    private final PackagedContent packaged;
    private final Content compiled;

    private BenchmarkContent(PackagedContent packaged) {
        this.packaged = packaged;
        this.compiled = new Content(packaged.source());
    }

    static BenchmarkContent read() {
        try (var stream = BenchmarkContent.class.getResourceAsStream("/org.respop.fhir.tgz")) {
            if (stream == null) {
                throw new IllegalStateException("The content is not on the class path");
            }
            return new BenchmarkContent(PackagedContent.read(stream));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    PackagedContent packaged() {
        return packaged;
    }

    Content compiled() {
        return compiled;
    }

    /** The pyramids of both programmes. */
    List<Measure> pyramids() {
        return measures(measure -> measure.getIdPart().endsWith("Pyramid"));
    }

    /** The pyramids, the follow-up items and the rest. */
    List<Measure> allMeasures() {
        return measures(measure -> true);
    }

    List<MeasureEvaluation> evaluations(List<Measure> measures) {
        return measures.stream()
                .map(measure -> MeasureEvaluation.of(measure, PERIOD, ReportType.POPULATION))
                .toList();
    }

    private List<Measure> measures(Predicate<Measure> isWanted) {
        return packaged.all(Measure.class).stream().filter(isWanted).toList();
    }

    /** The ELM of FHIRHelpers, which the package leaves to the engines, and those of JavaScript do not have. */
    static String fhirHelpersElm() {
        var libraries = new LibraryManager(new ModelManager(), CqlCompilerOptions.defaultOptions());
        libraries.getLibrarySourceLoader().registerProvider(new FhirLibrarySourceProvider());
        var compiled = libraries.resolveLibrary(
                new VersionedIdentifier().withId("FHIRHelpers").withVersion("4.0.1"));
        return DefaultElmLibraryWriterProvider.INSTANCE
                .create("application/elm+json")
                .writeAsString(compiled.getLibrary());
    }
}
