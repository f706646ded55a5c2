package fr.respop.server.caregaps;

import fr.respop.engine.MeasurementPeriod;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.ResidentReference;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/**
 * What a caller of {@code $care-gaps} asks for.
 *
 * @param period the measurement period, whose end is the date of the evaluation
 * @param patientId the logical id of the resident
 * @param statuses the states that the report tells of
 * @param measureUrls the canonicals of measures; when there are neither urls nor ids, the follow-up items of the populations
 *     to which the resident belongs
 * @param measureIds the logical ids of measures
 */
record CareGapsRequest(
        MeasurementPeriod period,
        String patientId,
        Set<GapStatus> statuses,
        List<String> measureUrls,
        List<String> measureIds) {

    static CareGapsRequest of(
            MeasurementPeriod period,
            @Nullable String subject,
            @Nullable List<String> statuses,
            @Nullable List<String> measureUrls,
            @Nullable List<String> measureIds) {
        return new CareGapsRequest(
                period,
                ResidentReference.idOf(subject),
                statuses(statuses),
                Objects.requireNonNullElse(measureUrls, List.of()),
                Objects.requireNonNullElse(measureIds, List.of()));
    }

    boolean namesMeasures() {
        return !measureUrls.isEmpty() || !measureIds.isEmpty();
    }

    private static Set<GapStatus> statuses(@Nullable List<String> codes) {
        if (codes == null || codes.isEmpty()) {
            return EnumSet.allOf(GapStatus.class);
        }
        return codes.stream()
                .map(CareGapsRequest::status)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(GapStatus.class)));
    }

    private static GapStatus status(String code) {
        return GapStatus.of(code)
                .orElseThrow(() -> Refusal.badRequest(
                        IssueType.CODEINVALID,
                        "status",
                        "The status of a gap is one of "
                                + Arrays.stream(GapStatus.values())
                                        .map(GapStatus::code)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
