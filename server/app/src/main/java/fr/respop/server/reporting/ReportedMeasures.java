package fr.respop.server.reporting;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.evaluation.CurrentContent;
import fr.respop.server.fhir.programme.Programme;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.UsageContext;
import org.springframework.stereotype.Component;

/** Finds the measures of which monthly reports are kept: the content marks them by a topic. */
@Component
class ReportedMeasures {

    /** The topic that marks them. */
    static final String TOPIC = "https://respop.org/fhir/CodeSystem/respop-measure-topic|deployment";

    private static final String FOCUS = "focus";

    private final LocalStore store;
    private final CurrentContent content;
    private final List<String> configured;

    ReportedMeasures(LocalStore store, CurrentContent content, ReportingProperties properties) {
        this.store = store;
        this.content = content;
        this.configured = properties.measures();
    }

    /** The latest version of each measure that focuses on a programme, or on none. */
    List<Measure> of(Programme programme) {
        return canonicals()
                .distinct()
                .sorted()
                .map(content.get()::measure)
                .filter(measure -> isAbout(measure, programme))
                .toList();
    }

    private Stream<String> canonicals() {
        return configured.isEmpty()
                ? store.search(Measure.class, "topic=" + TOPIC).stream()
                        .filter(measure -> measure.hasUrl() && measure.getStatus() != PublicationStatus.RETIRED)
                        .map(Measure::getUrl)
                : configured.stream();
    }

    private static boolean isAbout(Measure measure, Programme programme) {
        var programmes = measure.getUseContext().stream()
                .filter(context -> FOCUS.equals(context.getCode().getCode()))
                .filter(UsageContext::hasValueCodeableConcept)
                .flatMap(context -> context.getValueCodeableConcept().getCoding().stream())
                .filter(coding -> Programme.SYSTEM.equals(coding.getSystem()))
                .toList();
        return programmes.isEmpty()
                || programmes.stream().anyMatch(coding -> programme.code().equals(coding.getCode()));
    }
}
