package fr.respop.server.caregaps;

import fr.respop.engine.content.Content;
import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.stereotype.Component;

/** Finds the measures of follow-up items. */
@Component
class GapMeasures {

    private final LocalStore store;

    GapMeasures(LocalStore store) {
        this.store = store;
    }

    /**
     * The measures that a request names, or all active ones, by canonical.
     *
     * @throws Refusal 404 if one is not there; 422 if one is not of a follow-up item
     */
    List<GapMeasure> of(CareGapsRequest request, Content content) {
        var named = new ArrayList<Measure>();
        request.measureUrls().forEach(url -> named.add(content.measure(url)));
        request.measureIds().forEach(id -> named.add(measure(id)));
        if (!named.isEmpty()) {
            return named.stream().map(GapMeasures::gapMeasure).toList();
        }
        return store.search(Measure.class, "status=active").stream()
                .sorted(Comparator.comparing(Measure::getUrl))
                .flatMap(measure -> GapMeasure.of(measure).stream())
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
