package fr.respop.server.caregaps;

import fr.respop.engine.MeasurementPeriod;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.SubjectReference;
import fr.respop.server.fhir.programme.GapStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/**
 * What a caller of {@code $care-gaps} asks for.
 *
 * @param period the measurement period, whose end is the date of the evaluation
 * @param subjects one resident; or whose residents, those of all of them at once
 * @param statuses the states that the report tells of
 * @param measureUrls the canonicals of measures; when there are neither urls nor ids, the follow-up items of the populations
 *     to which a resident belongs
 * @param measureIds the logical ids of measures
 */
record CareGapsRequest(
        MeasurementPeriod period,
        List<IdType> subjects,
        Set<GapStatus> statuses,
        List<String> measureUrls,
        List<String> measureIds) {

    static CareGapsRequest of(
            MeasurementPeriod period,
            List<IdType> subjects,
            @Nullable List<String> statuses,
            @Nullable List<String> measureUrls,
            @Nullable List<String> measureIds) {
        return new CareGapsRequest(
                period,
                subjects,
                statuses(statuses),
                Objects.requireNonNullElse(measureUrls, List.of()),
                Objects.requireNonNullElse(measureIds, List.of()));
    }

    /**
     * Whom a request names.
     *
     * @throws Refusal 400 if it names nobody, or in no such way; 422 if it names one resident and somebody else
     */
    static List<IdType> subjects(
            @Nullable String subject, @Nullable String practitioner, @Nullable String organization) {
        var subjects = new ArrayList<IdType>();
        Optional.ofNullable(subject)
                .map(value -> SubjectReference.of("subject", value, SubjectReference.SUBJECTS))
                .ifPresent(subjects::add);
        Optional.ofNullable(practitioner)
                .map(value -> SubjectReference.of("practitioner", value, SubjectReference.PRACTITIONERS))
                .ifPresent(subjects::add);
        Optional.ofNullable(organization)
                .map(value -> SubjectReference.of("organization", value, SubjectReference.ORGANIZATIONS))
                .ifPresent(subjects::add);
        if (subjects.isEmpty()) {
            throw Refusal.badRequest(
                    IssueType.VALUE,
                    "subject",
                    "Name one resident: subject=Patient/<id>; or many: subject=Group/<id>, practitioner=Practitioner/<id>"
                            + " or organization=Organization/<id>.");
        }
        if (subjects.size() > 1 && SubjectReference.isOfOneResident(subjects.get(0))) {
            throw Refusal.unprocessable(
                    IssueType.NOTSUPPORTED,
                    "subject",
                    "The gaps of one resident are the same whoever asks for them: leave out practitioner and organization,"
                            + " or name a Group as the subject.");
        }
        return subjects;
    }

    /** The resident, if the request is about one. */
    Optional<IdType> resident() {
        return Optional.of(subjects.get(0)).filter(SubjectReference::isOfOneResident);
    }

    /** Whether gaps are told of whom the measure is not about: of one resident, if asked for by name. */
    boolean isOfWhomeverItNames() {
        return resident().isPresent() && !(measureUrls.isEmpty() && measureIds.isEmpty());
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
