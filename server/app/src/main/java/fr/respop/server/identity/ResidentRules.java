package fr.respop.server.identity;

import fr.respop.server.fhir.IdentifierSystems;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
import org.hl7.fhir.r4.model.Patient;

/** What FR Core asks of a resident and what is cheap enough to check without its profiles. */
final class ResidentRules {

    private static final String FR_CORE_PATIENT = "https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-patient";
    private static final String RESPOP_RESIDENT = "https://respop.org/fhir/StructureDefinition/respop-resident";
    private static final String RELIABILITY =
            "https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-identity-reliability";
    private static final Set<String> FRANCE = Set.of("FR", "FRA", "FRANCE");
    private static final Pattern POSTAL_CODE = Pattern.compile("[0-9]{5}");

    private ResidentRules() {}

    static Stream<Finding> check(Patient resident) {
        return Stream.of(gender(resident), officialIdentifiers(resident), postalCodes(resident))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> gender(Patient resident) {
        return isOfFrCore(resident) && resident.getGender() == AdministrativeGender.OTHER
                ? Stream.of(Finding.error(
                        "Patient.gender",
                        "FR Core knows the genders male, female and unknown only. Send one of these."))
                : Stream.empty();
    }

    private static boolean isOfFrCore(Patient resident) {
        return resident.getMeta().getProfile().stream()
                        .filter(CanonicalType::hasValue)
                        .map(CanonicalType::getValue)
                        .anyMatch(profile -> profile.startsWith(FR_CORE_PATIENT) || profile.startsWith(RESPOP_RESIDENT))
                || resident.getIdentifier().stream()
                        .filter(Identifier::hasSystem)
                        .anyMatch(identifier -> IdentifierSystems.INS.contains(identifier.getSystem()));
    }

    private static Stream<Finding> officialIdentifiers(Patient resident) {
        var identifiers = resident.getIdentifier();
        return isValidated(resident)
                ? IntStream.range(0, identifiers.size())
                        .filter(position -> identifiers.get(position).getUse() == IdentifierUse.OFFICIAL)
                        .skip(1)
                        .mapToObj(position -> Finding.error(
                                "Patient.identifier[" + position + "].use",
                                "A resident whose identity is validated (identityStatus VALI) has one identifier with use"
                                        + " official, the INS. Give the others another use."))
                : Stream.empty();
    }

    private static boolean isValidated(Patient resident) {
        return resident.getExtensionsByUrl(RELIABILITY).stream()
                .flatMap(reliability -> reliability.getExtensionsByUrl("identityStatus").stream())
                .anyMatch(status -> status.getValue() instanceof Coding coding && "VALI".equals(coding.getCode()));
    }

    private static Stream<Finding> postalCodes(Patient resident) {
        var addresses = resident.getAddress();
        return IntStream.range(0, addresses.size())
                .filter(position -> !hasGoodPostalCode(addresses.get(position)))
                .mapToObj(position -> Finding.error(
                        "Patient.address[" + position + "].postalCode",
                        "A French postal code has 5 digits, with its leading zero. Correct it, or name the country of an"
                                + " address abroad."));
    }

    private static boolean hasGoodPostalCode(Address address) {
        return !address.hasPostalCode()
                || (address.hasCountry()
                        && !FRANCE.contains(address.getCountry().trim().toUpperCase(Locale.ROOT)))
                || POSTAL_CODE.matcher(address.getPostalCode()).matches();
    }
}
