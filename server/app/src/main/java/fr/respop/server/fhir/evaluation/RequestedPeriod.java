package fr.respop.server.fhir.evaluation;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import fr.respop.engine.MeasurementPeriod;
import fr.respop.server.fhir.Refusal;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Period;
import org.jspecify.annotations.Nullable;

/**
 * Finds the measurement period of a request, in the forms that callers use.
 *
 * <p>{@code periodStart} and {@code periodEnd}; a Period named {@code Measurement Period} in the CQL parameters or in the
 * body; or, in a URL, {@code Measurement Period=2025-01-01/2025-12-31}.
 */
public final class RequestedPeriod {

    private static final String NAME = "Measurement Period";

    private RequestedPeriod() {}

    /**
     * The period, in the first form that is there.
     *
     * @param start the value of {@code periodStart}
     * @param end the value of {@code periodEnd}
     * @param parameters the CQL parameters of the request
     * @param request the request itself
     * @param zone the time zone of dates that state none
     * @return empty if the request gives none
     * @throws Refusal 400 if {@code Measurement Period} is not a period
     */
    public static Optional<MeasurementPeriod> of(
            @Nullable String start,
            @Nullable String end,
            @Nullable Parameters parameters,
            RequestDetails request,
            ZoneId zone) {
        if (start != null || end != null) {
            return Optional.of(MeasurementPeriod.of(start, end, zone));
        }
        var body = request.getResource() instanceof Parameters sent ? sent : null;
        return Stream.of(Optional.ofNullable(parameters), Optional.ofNullable(body))
                .flatMap(Optional::stream)
                .flatMap(sent -> sent.getParameter().stream())
                .filter(parameter -> NAME.equals(parameter.getName()))
                .findFirst()
                .map(parameter -> of(parameter, zone))
                .or(() -> inUrl(request, zone));
    }

    private static MeasurementPeriod of(Parameters.ParametersParameterComponent parameter, ZoneId zone) {
        if (!(parameter.getValue() instanceof Period period)) {
            throw invalid();
        }
        return MeasurementPeriod.of(
                period.getStartElement().getValueAsString(),
                period.getEndElement().getValueAsString(),
                zone);
    }

    private static Optional<MeasurementPeriod> inUrl(RequestDetails request, ZoneId zone) {
        var values = request.getParameters().get(NAME);
        if (values == null || values.length == 0) {
            return Optional.empty();
        }
        var ends = values[0].split("/", -1);
        if (ends.length != 2) {
            throw invalid();
        }
        return Optional.of(MeasurementPeriod.of(ends[0], ends[1], zone));
    }

    private static Refusal invalid() {
        return Refusal.badRequest(
                IssueType.VALUE,
                NAME,
                "The measurement period is a Period in a body, or <first day>/<last day> in a URL, such as"
                        + " 2025-01-01/2025-12-31.");
    }
}
