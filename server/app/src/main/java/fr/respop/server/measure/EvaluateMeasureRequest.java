package fr.respop.server.measure;

import fr.respop.engine.MeasurementPeriod;
import fr.respop.engine.ReportType;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.SubjectReference;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/**
 * What a caller of {@code $evaluate-measure} asks for.
 *
 * @param period the measurement period
 * @param subject one resident, or whose residents; everybody when empty
 * @param practitioner whose residents are meant among those of the subject; no restriction when empty
 * @param reportType what the report tells of its subjects
 */
record EvaluateMeasureRequest(
        MeasurementPeriod period, Optional<IdType> subject, Optional<IdType> practitioner, ReportType reportType) {

    /** A practitioner without a subject is the subject. */
    static EvaluateMeasureRequest of(
            @Nullable String periodStart,
            @Nullable String periodEnd,
            @Nullable String subject,
            @Nullable String practitioner,
            @Nullable String reportType,
            ZoneId zone) {
        var period = MeasurementPeriod.of(periodStart, periodEnd, zone);
        var named = Optional.ofNullable(subject)
                .map(reference -> SubjectReference.of("subject", reference, SubjectReference.SUBJECTS));
        var restriction = Optional.ofNullable(practitioner)
                .map(reference -> SubjectReference.of("practitioner", reference, SubjectReference.PRACTITIONERS));
        if (named.isEmpty()) {
            return new EvaluateMeasureRequest(
                    period, restriction, Optional.empty(), reportType(reportType, restriction));
        }
        if (restriction.isPresent() && isOneResident(named)) {
            throw Refusal.unprocessable(
                    IssueType.NOTSUPPORTED,
                    "practitioner",
                    "The report of one resident is the same whoever asks for it: leave out practitioner, or name a Group"
                            + " or an Organization as the subject.");
        }
        return new EvaluateMeasureRequest(period, named, restriction, reportType(reportType, named));
    }

    /** Whose residents are evaluated, the subject first. */
    List<IdType> references() {
        return Stream.concat(subject.stream(), practitioner.stream()).toList();
    }

    /** Whether it is about one resident, not about a population. */
    boolean isOfOneResident() {
        return isOneResident(subject);
    }

    private static boolean isOneResident(Optional<IdType> subject) {
        return subject.filter(SubjectReference::isOfOneResident).isPresent();
    }

    private static ReportType reportType(@Nullable String code, Optional<IdType> subject) {
        var isOneResident = isOneResident(subject);
        if (code == null) {
            return isOneResident ? ReportType.SUBJECT : ReportType.POPULATION;
        }
        var type = Arrays.stream(ReportType.values())
                .filter(known -> known.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.badRequest(
                        IssueType.CODEINVALID,
                        "reportType",
                        "The report type is one of "
                                + Arrays.stream(ReportType.values())
                                        .map(ReportType::code)
                                        .collect(Collectors.joining(", "))
                                + "."));
        if (type == ReportType.SUBJECT && !isOneResident) {
            throw Refusal.badRequest(
                    IssueType.INVALID,
                    "reportType",
                    "A report of type subject is about one resident: give subject=Patient/<id>, or ask for population or"
                            + " subject-list.");
        }
        return type;
    }
}
