package fr.respop.server.fhir.programme;

import fr.respop.engine.content.Content;
import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.CurrentContent;
import fr.respop.server.fhir.evaluation.PerContent;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.stereotype.Component;

/** Finds the measures of follow-up items. */
@Component
public class GapMeasures {

    private final LocalStore store;
    private final PerContent<List<GapMeasure>> all;

    GapMeasures(LocalStore store, CurrentContent currentContent) {
        this.store = store;
        this.all = new PerContent<>(currentContent, content -> stored());
    }

    /** Those of all active measures, by canonical. */
    public List<GapMeasure> all() {
        return all.get();
    }

    private List<GapMeasure> stored() {
        return store.search(Measure.class, "status=active").stream()
                .sorted(Comparator.comparing(Measure::getUrl))
                .flatMap(measure -> GapMeasure.of(measure).stream())
                .toList();
    }

    /**
     * Some measures.
     *
     * @param urls their canonicals
     * @param ids the logical ids of others
     * @throws Refusal 404 if one is not there; 422 if one is not of a follow-up item
     */
    public List<GapMeasure> of(List<String> urls, List<String> ids, Content content) {
        return Stream.concat(urls.stream().map(content::measure), ids.stream().map(this::measure))
                .map(GapMeasures::gapMeasure)
                .toList();
    }

    private Measure measure(String id) {
        return store.find(Measure.class, id)
                .orElseThrow(() -> Refusal.notFound("measureId", "There is no Measure/" + id + "."));
    }

    private static GapMeasure gapMeasure(Measure measure) {
        return GapMeasure.of(measure)
                .orElseThrow(() -> Refusal.unprocessable(
                        IssueType.NOTSUPPORTED,
                        "measureUrl",
                        measure.getUrl()
                                + " is not the measure of a follow-up item: it lacks the extension respop-care-gap."));
    }
}
