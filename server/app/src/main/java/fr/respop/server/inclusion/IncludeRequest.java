package fr.respop.server.inclusion;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import fr.respop.server.fhir.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * What a caller of {@code $include} asks for.
 *
 * @param programme the code of the programme
 * @param practitioner who includes
 * @param channel the code of the channel of inclusion
 * @param consentDate the day of a consent that is not stored yet
 * @param consent a stored consent
 * @param team others who take part, each once
 */
record IncludeRequest(
        String programme,
        Reference practitioner,
        String channel,
        Optional<DateType> consentDate,
        Optional<Reference> consent,
        List<Reference> team) {

    private static final Set<String> PRACTITIONERS = Set.of("Practitioner", "PractitionerRole");
    private static final Set<String> PARTICIPANTS =
            Set.of("Practitioner", "PractitionerRole", "Organization", "RelatedPerson");

    static IncludeRequest of(
            @Nullable String programme,
            @Nullable String practitioner,
            @Nullable String channel,
            @Nullable DateType consentDate,
            @Nullable String consent,
            @Nullable List<String> team) {
        if (consent != null && consentDate != null) {
            throw Refusal.badRequest(
                    IssueType.INVALID,
                    "consent",
                    "Give either the stored consent (consent) or the day of one that the server is to store (consentDate).");
        }
        return new IncludeRequest(
                required(programme, "programme", "Name the programme, such as programme=diabetes."),
                reference(
                        required(
                                practitioner,
                                "practitioner",
                                "Name who includes: practitioner=Practitioner/<id> or PractitionerRole/<id>."),
                        "practitioner",
                        PRACTITIONERS),
                required(
                        channel,
                        "channel",
                        "Say by which channel the resident comes, a code of " + InclusionChannels.SYSTEM
                                + ", such as channel=gp."),
                Optional.ofNullable(consentDate).map(IncludeRequest::wholeDay),
                Optional.ofNullable(consent).map(given -> reference(given, "consent", Set.of("Consent"))),
                Objects.requireNonNullElse(team, List.<String>of()).stream()
                        .distinct()
                        .map(given -> reference(given, "team", PARTICIPANTS))
                        .toList());
    }

    private static DateType wholeDay(DateType date) {
        if (date.getPrecision() != TemporalPrecisionEnum.DAY) {
            throw Refusal.badRequest(
                    IssueType.VALUE, "consentDate", "Give the day of the consent, such as consentDate=2026-11-02.");
        }
        return date;
    }

    static String required(@Nullable String value, String name, String cure) {
        if (value == null || value.isBlank()) {
            throw Refusal.badRequest(IssueType.REQUIRED, name, cure);
        }
        return value.strip();
    }

    private static Reference reference(String given, String name, Set<String> types) {
        var id = new IdType(given);
        if (!id.hasIdPart() || id.isAbsolute() || !types.contains(String.valueOf(id.getResourceType()))) {
            throw Refusal.badRequest(
                    IssueType.VALUE,
                    name,
                    "Give a reference <type>/<id> to a resource of this server; the type is one of "
                            + String.join(", ", types.stream().sorted().toList()) + ".");
        }
        return new Reference(id.toUnqualifiedVersionless());
    }
}
