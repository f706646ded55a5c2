package fr.respop.server.fhir.evaluation;

import fr.respop.server.fhir.Refusal;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Reads parameters that name whom an operation is about. */
public final class SubjectReference {

    /** What stands for one resident or for many. */
    public static final List<String> SUBJECTS =
            List.of("Patient", "Group", "Practitioner", "PractitionerRole", "Organization");

    /** Whose residents are meant when a request names a practitioner. */
    public static final List<String> PRACTITIONERS = List.of("Practitioner", "PractitionerRole");

    /** Whose residents are meant when a request names an organization. */
    public static final List<String> ORGANIZATIONS = List.of("Organization");

    private SubjectReference() {}

    /**
     * The reference in the value of a parameter: {@code <type>/<id>}, or an id alone of the first type.
     *
     * @param parameter the name of the parameter
     * @param types the types that it may refer to
     * @throws Refusal 400 if it is no reference to one of them
     */
    public static IdType of(String parameter, String value, List<String> types) {
        var reference = new IdType(value.contains("/") ? value : types.get(0) + "/" + value);
        if (!reference.hasIdPart() || !types.contains(String.valueOf(reference.getResourceType()))) {
            throw Refusal.badRequest(
                    IssueType.VALUE,
                    parameter,
                    "The " + parameter + " is a reference "
                            + types.stream().map(type -> type + "/<id>").collect(Collectors.joining(", ")) + ".");
        }
        return reference.toUnqualifiedVersionless();
    }

    /** Whether it refers to one resident, not to a population. */
    public static boolean isOfOneResident(IdType reference) {
        return "Patient".equals(reference.getResourceType());
    }
}
