package fr.respop.server.fhir.evaluation;

import fr.respop.engine.MeasurementPeriod;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.Residents.Selection;
import java.time.ZonedDateTime;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Group.GroupMemberComponent;
import org.hl7.fhir.r4.model.Group.GroupType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Reads Groups that list their members ({@code actual} true). */
final class GroupMembers {

    private GroupMembers() {}

    /**
     * The members at a time: those who are not marked {@code inactive}, and whose {@code period}, if there is one, holds
     * that time. A date without a time of day lasts the whole day.
     *
     * @throws Refusal 422 if the Group is not of persons, or lists somebody who is no Patient of this server
     */
    static Selection.ListedIn at(Group group, ZonedDateTime time) {
        var id = group.getIdElement().getIdPart();
        if (group.getType() != GroupType.PERSON) {
            throw Refusal.unprocessable(
                    IssueType.NOTSUPPORTED,
                    "Group.type",
                    "Group/" + id + " is of the type " + group.getTypeElement().getValueAsString()
                            + "; what is evaluated are residents. Name a Group of the type person.");
        }
        var present = new TreeSet<String>();
        var former = new TreeSet<String>();
        for (var member : group.getMember()) {
            if (isPresent(member, time)) {
                present.add(residentId(member, id));
            } else {
                former.add(
                        String.valueOf(member.getEntity().getReferenceElement().getIdPart()));
            }
        }
        former.removeAll(present);
        return new Selection.ListedIn(id, former.stream().toList());
    }

    private static boolean isPresent(GroupMemberComponent member, ZonedDateTime time) {
        var period = member.getPeriod();
        var hasBegun = !period.hasStart()
                || !whole(period.getStartElement(), time).start().isAfter(time);
        var hasEnded =
                period.hasEnd() && whole(period.getEndElement(), time).end().isBefore(time);
        return !member.getInactive() && hasBegun && !hasEnded;
    }

    /** From the first to the last instant that a date of any precision may mean. */
    private static MeasurementPeriod whole(DateTimeType date, ZonedDateTime time) {
        return MeasurementPeriod.of(date.getValueAsString(), date.getValueAsString(), time.getZone());
    }

    private static String residentId(GroupMemberComponent member, String groupId) {
        var reference = new IdType(member.getEntity().getReference());
        if (!"Patient".equals(reference.getResourceType()) || reference.isAbsolute()) {
            throw Refusal.unprocessable(
                    IssueType.NOTSUPPORTED,
                    "Group.member.entity",
                    "Group/" + groupId
                            + " lists a member who is no Patient of this server. List residents only, each with a"
                            + " reference Patient/<id>; list the members of a Group that it lists themselves.");
        }
        return reference.getIdPart();
    }
}
