package fr.respop.server.fhir.evaluation;

import fr.respop.engine.SubjectRecord;
import fr.respop.engine.SubjectSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The residents and their records, read for evaluation: whole chunks at once, never a search a resident.
 *
 * <p>Among many, nobody is read who objects ({@link fr.respop.server.fhir.programme.Objection}).
 */
public interface Residents {

    /**
     * Streams the records of many residents, in the order in which the residents were first stored.
     *
     * @param selection whose records
     * @param types the FHIR types that the evaluation looks at; others are not read
     */
    SubjectSource stream(Selection selection, Set<String> types);

    /**
     * Streams records of which only those are read that were written since the last evaluation of the same kind: the
     * results of the others are known, if that evaluation was not too long ago.
     *
     * @param resultKeys for each measure of the pass what {@link fr.respop.engine.PopulationEvaluator#resultKeys} gives;
     *     none to read every record
     */
    SubjectSource stream(Selection selection, Set<String> types, List<String> resultKeys);

    /**
     * The record of one resident, whom somebody asks for by name: also of one who objects.
     *
     * @param id the logical id of the Patient
     * @return empty if there is no such Patient
     */
    Optional<SubjectRecord> find(String id, Set<String> types);

    /**
     * The records of some residents; of those that there are and do not object, in no particular order.
     *
     * @param ids the logical ids of Patients
     */
    List<SubjectRecord> find(Collection<String> ids, Set<String> types);

    /** Whose records are wanted. */
    sealed interface Selection {

        /** Every resident that the server knows. */
        record Everybody() implements Selection {}

        /** The residents of a territory, by the logical id of its Organization. */
        record OfTerritory(String organizationId) implements Selection {}

        /**
         * The residents whom a Group lists.
         *
         * @param groupId the logical id of the Group
         * @param former the logical ids of those among them who are no members at the time of the evaluation, sorted
         */
        record ListedIn(String groupId, List<String> former) implements Selection {}

        /** The residents with these logical ids. */
        record Named(List<String> ids) implements Selection {}

        /** The residents with an active EpisodeOfCare of a programme, by its code. */
        record IncludedIn(String programme) implements Selection {}

        /** The residents who have a Practitioner, in whatever PractitionerRole, as their general practitioner. */
        record OfPractitioner(String practitionerId) implements Selection {}

        /** The residents who have a Practitioner in one PractitionerRole as their general practitioner. */
        record OfPractitionerRole(String practitionerRoleId) implements Selection {}

        /** The residents whom an Organization manages or who have it as their general practitioner. */
        record OfOrganization(String organizationId) implements Selection {}

        /** The residents who are in both selections. */
        record InBoth(Selection first, Selection second) implements Selection {}
    }
}
