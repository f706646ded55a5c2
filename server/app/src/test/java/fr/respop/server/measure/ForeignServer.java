package fr.respop.server.measure;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.repository.IRepository;
import fr.respop.server.FhirHttp;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Resource;
import org.opencds.cqf.fhir.utility.repository.InMemoryFhirRepository;

/** The server under test and clinical-reasoning's own evaluation in memory, both with the same residents and content. */
final class ForeignServer {

    static final String POPULATION = "Group/foreign-population";
    static final String MEMBERS = "Group/foreign-members";

    private static final String YEAR = "periodStart=2025-01-01&periodEnd=2025-12-31";
    private static final StockEvaluation STOCK = new StockEvaluation();

    /** Looking things up in the database takes the stock evaluation most of its time. */
    private static final IRepository IN_MEMORY = new InMemoryFhirRepository(FhirContext.forR4Cached());

    private static boolean isStored;

    private final FhirHttp fhir;

    ForeignServer(FhirHttp fhir) {
        this.fhir = fhir;
    }

    /** All tests share one server, and one repository in memory. */
    void storeOnce() {
        if (!isStored) {
            storeContentAndResidents();
            isStored = true;
        }
    }

    private void storeContentAndResidents() {
        var content = ForeignContent.content();
        content.forEach(
                resource -> fhir.put(ForeignContent.path(resource), resource).isStored());
        Stream.of(ForeignContent.content(), ForeignResidents.generate(), List.of(ForeignContent.members()))
                .flatMap(List::stream)
                .forEach(ForeignServer::inMemory);
        var records = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        ForeignResidents.generate()
                .forEach(resource -> records.addEntry()
                        .setResource(resource)
                        .getRequest()
                        .setMethod(Bundle.HTTPVerb.PUT)
                        .setUrl(ForeignContent.path(resource)));
        fhir.post("", records).hasStatus(200);
        fhir.put(MEMBERS, ForeignContent.members()).isStored();
    }

    void store(Measure measure) {
        fhir.put("Measure/" + measure.getIdPart(), measure).isStored();
    }

    /** What this server answers. */
    MeasureReport ours(ForeignMeasure measure, String reportType, String subject) {
        return fhir.get("Measure/" + measure.id() + "/$evaluate-measure?subject=" + subject + "&reportType="
                        + reportType + "&" + YEAR)
                .hasStatus(200)
                .as(MeasureReport.class);
    }

    /** What the stock evaluation says of the resources in memory. */
    MeasureReport stock(ForeignMeasure measure, String reportType, String subject) {
        inMemory(measure.get());
        return stock(IN_MEMORY, measure, reportType, subject);
    }

    MeasureReport stock(IRepository repository, ForeignMeasure measure, String reportType, String subject) {
        return STOCK.evaluate(repository, measure.id(), reportType, subject);
    }

    private static void inMemory(Resource resource) {
        resource.setId(ForeignContent.path(resource));
        IN_MEMORY.update(resource);
    }
}
