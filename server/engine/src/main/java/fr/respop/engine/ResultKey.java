package fr.respop.engine;

import ca.uhn.fhir.context.FhirContext;
import fr.respop.engine.content.Content;
import fr.respop.engine.content.Digest;
import fr.respop.engine.cql.SubjectRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names all that decides the results of a measure beside the records of the subjects. */
final class ResultKey {

    private ResultKey() {}

    /** Nothing if the results depend on what has no name, or are more than values to count by. */
    static Optional<String> of(EvaluationPlan plan, Content content) {
        var request = plan.request();
        var isOfCounts =
                request.reportType() == ReportType.POPULATION && plan.measure().isOfCounts();
        var isOfRecord = plan.dataTypes().stream().allMatch(SubjectRunner::isOfSubject);
        if (!isOfCounts || !isOfRecord || !request.parameters().isEmpty()) {
            return Optional.empty();
        }
        var parts = new ArrayList<>(List.of(
                FhirContext.forR4Cached().newJsonParser().encodeResourceToString(request.measure()),
                request.period().toString(),
                content.digest(plan.library())));
        plan.membershipLibrary()
                .ifPresent(library -> parts.addAll(List.of(
                        content.digest(library),
                        request.membership().orElseThrow().expression())));
        return Optional.of(Digest.of(parts));
    }
}
