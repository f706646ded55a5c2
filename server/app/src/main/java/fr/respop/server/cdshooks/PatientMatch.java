package fr.respop.server.cdshooks;

import fr.respop.server.fhir.IdentifierSystems;
import fr.respop.server.fhir.Refusal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Whether data are about the patient that a request names. Data of two people are never mixed. */
final class PatientMatch {

    private static final List<String> ELEMENTS = List.of("subject", "patient", "beneficiary");

    private PatientMatch() {}

    /** Whether resources of the type are about one patient, unlike a Practitioner or an Appointment. */
    static boolean isOfSomebody(Resource resource) {
        return resource instanceof Patient
                || ELEMENTS.stream().anyMatch(element -> resource.getNamedProperty(element) != null);
    }

    /**
     * Refuses a resource of another patient, or of nobody.
     *
     * @param path where it is in the request
     */
    static void require(Resource resource, String patientId, String path) {
        if (resource instanceof Patient patient) {
            if (!patient.getIdElement().getIdPart().equals(patientId)) {
                throw refusal(path + ".id");
            }
            return;
        }
        var references = ELEMENTS.stream()
                .flatMap(element -> references(resource, element))
                .toList();
        if (references.isEmpty() || !references.stream().allMatch(reference -> isTo(patientId, reference))) {
            throw refusal(path);
        }
    }

    private static Refusal refusal(String path) {
        return Refusal.badRequest(
                IssueType.BUSINESSRULE,
                path,
                "It is not about the Patient that context.patientId names, and nothing was evaluated. Send resources whose"
                        + " subject refers to that Patient, and no others.");
    }

    private static Stream<Reference> references(Resource resource, String element) {
        var property = resource.getNamedProperty(element);
        Stream<? extends Base> values = property == null ? Stream.of() : property.getValues().stream();
        return values.filter(Reference.class::isInstance).map(Reference.class::cast);
    }

    private static boolean isTo(String patientId, Reference reference) {
        var id = new IdType(reference.getReference());
        return "Patient".equals(id.getResourceType()) && patientId.equals(id.getIdPart());
    }

    /** The national identifiers of a person. */
    static List<Identifier> nationalIdentifiers(Patient patient) {
        return patient.getIdentifier().stream()
                .filter(identifier -> IdentifierSystems.INS.contains(identifier.getSystem()) && identifier.hasValue())
                .toList();
    }

    /** Whether two Patients have a national identifier each, and not the same. */
    static boolean areDifferentPeople(Patient one, Patient other) {
        var first = keys(one);
        var second = keys(other);
        return first.stream().anyMatch(key -> isOfOneOf(key, second))
                && first.stream().noneMatch(second::contains);
    }

    private record Key(String system, String value) {}

    private static Set<Key> keys(Patient patient) {
        return nationalIdentifiers(patient).stream()
                .map(identifier -> new Key(identifier.getSystem(), identifier.getValue()))
                .collect(Collectors.toSet());
    }

    /** A NIR and a provisional NIA of one person differ. */
    private static boolean isOfOneOf(Key key, Set<Key> others) {
        return others.stream().anyMatch(other -> other.system().equals(key.system()));
    }
}
