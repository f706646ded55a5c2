package fr.respop.server.identity;

import fr.respop.server.fhir.IdentifierSystems;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;

/** The keys of national identifiers. */
final class IdentifierRules {

    private static final String NIR_RULE =
            "An INS number has 15 characters, of which the last two are the key of the first"
                    + " 13 (97 less the rest of their division by 97, Corsica counting 2A as 19 and 2B as 18). Check the"
                    + " number and send it without blanks.";
    private static final String RPPS_RULE =
            "An RPPS number has 11 digits, of which the last makes the Luhn sum a multiple"
                    + " of 10. Check the number and send it without blanks.";

    private final IdentityProperties properties;

    IdentifierRules(IdentityProperties properties) {
        this.properties = properties;
    }

    /** @param path the FHIRPath of the identifiers, such as {@code Patient.identifier} */
    Stream<Finding> check(String path, List<Identifier> identifiers) {
        return IntStream.range(0, identifiers.size())
                .mapToObj(position -> check(identifiers.get(position), path + "[" + position + "].value"))
                .flatMap(Optional::stream);
    }

    Optional<Finding> check(Identifier identifier, String element) {
        var system = identifier.getSystem();
        if (!identifier.hasValue() || system == null) {
            return Optional.empty();
        }
        if (IdentifierSystems.INS_NIR.equals(system)) {
            return check(identifier, element, properties.nirKey(), NirKey::isRight, NIR_RULE);
        }
        if (IdentifierSystems.INS_FOR_TRIALS.contains(system)) {
            return check(identifier, element, properties.nirKey().atMostWarning(), NirKey::isRight, NIR_RULE);
        }
        if (IdentifierSystems.RPPS.equals(system)) {
            return check(identifier, element, properties.rppsKey(), RppsKey::isRight, RPPS_RULE);
        }
        return Optional.empty();
    }

    private static Optional<Finding> check(
            Identifier identifier, String element, KeyCheck check, Predicate<String> isRight, String rule) {
        if (check == KeyCheck.OFF || isRight.test(identifier.getValue())) {
            return Optional.empty();
        }
        var severity = check == KeyCheck.ERROR ? IssueSeverity.ERROR : IssueSeverity.WARNING;
        return Optional.of(new Finding(severity, element, rule));
    }
}
