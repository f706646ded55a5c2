package fr.respop.server.measure;

import fr.respop.engine.MeasurementPeriod;
import fr.respop.engine.ReportType;
import fr.respop.server.fhir.Refusal;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/**
 * What a caller of {@code $evaluate-measure} asks for.
 *
 * @param period the measurement period
 * @param subject {@code Patient/<id>} or {@code Group/<id>}; everybody when empty
 * @param reportType what the report tells of its subjects
 */
record EvaluateMeasureRequest(MeasurementPeriod period, Optional<IdType> subject, ReportType reportType) {

    static EvaluateMeasureRequest of(
            @Nullable String periodStart,
            @Nullable String periodEnd,
            @Nullable String subject,
            @Nullable String reportType,
            ZoneId zone) {
        var reference = Optional.ofNullable(subject).map(EvaluateMeasureRequest::reference);
        return new EvaluateMeasureRequest(
                MeasurementPeriod.of(periodStart, periodEnd, zone), reference, reportType(reportType, reference));
    }

    private static IdType reference(String subject) {
        var reference = new IdType(subject.contains("/") ? subject : "Patient/" + subject);
        if (!reference.hasIdPart() || !isSubjectType(reference.getResourceType())) {
            throw Refusal.badRequest(
                    IssueType.VALUE,
                    "subject",
                    "The subject is a reference Patient/<id> or Group/<id>; leave it out for everybody.");
        }
        return reference;
    }

    private static boolean isSubjectType(@Nullable String type) {
        return "Patient".equals(type) || "Group".equals(type);
    }

    /** Whether it is about one resident, not about a population. */
    boolean isOfOneResident() {
        return isOneResident(subject);
    }

    private static boolean isOneResident(Optional<IdType> subject) {
        return subject.filter(reference -> "Patient".equals(reference.getResourceType()))
                .isPresent();
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
