package fr.respop.server.reasoning;

import fr.respop.engine.MeasurementPeriod;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.ResidentReference;
import java.time.LocalDate;
import java.time.ZoneId;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.fhir.utility.monad.Either3;
import org.opencds.cqf.fhir.utility.monad.Eithers;

/**
 * What a caller of {@code PlanDefinition/$apply} asks for.
 *
 * @param planDefinition the PlanDefinition's canonical or id
 * @param patientId the logical id of the resident
 * @param practitioner the reference of the plan's author, if any
 * @param organization the reference of the author's organization, if any
 * @param period the measurement period, whose end is the date of the plan
 */
record ApplyRequest(
        Either3<CanonicalType, IIdType, PlanDefinition> planDefinition,
        String patientId,
        @Nullable String practitioner,
        @Nullable String organization,
        MeasurementPeriod period) {

    static ApplyRequest of(
            @Nullable IdType id,
            @Nullable String canonical,
            @Nullable String subject,
            @Nullable String practitioner,
            @Nullable String organization,
            MeasurementPeriod period) {
        return new ApplyRequest(
                planDefinition(id, canonical), ResidentReference.idOf(subject), practitioner, organization, period);
    }

    /** The measurement period of a plan for which none is asked. */
    static MeasurementPeriod yearUntil(LocalDate today, ZoneId timeZone) {
        return MeasurementPeriod.of(today.minusYears(1).plusDays(1).toString(), today.toString(), timeZone);
    }

    private static Either3<CanonicalType, IIdType, PlanDefinition> planDefinition(
            @Nullable IdType id, @Nullable String canonical) {
        if (id != null) {
            return Eithers.forMiddle3(id.toUnqualifiedVersionless());
        }
        if (canonical == null || canonical.isBlank()) {
            throw Refusal.badRequest(
                    IssueType.REQUIRED,
                    "canonical",
                    "Name the PlanDefinition: PlanDefinition/<id>/$apply, or canonical=<canonical> on PlanDefinition/$apply.");
        }
        return Eithers.forLeft3(new CanonicalType(canonical));
    }
}
