package fr.respop.server.fhir.evaluation;

import fr.respop.server.fhir.evaluation.Residents.Selection;
import fr.respop.server.fhir.programme.Programme;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * A selection of residents in SQL, without those who object: a {@code from} clause with a {@code where} clause to which
 * conditions can be added, in which {@code r} is each resident's row of HFJ_RESOURCE, once.
 *
 * <p>Who belongs to whom stands in HFJ_RES_LINK, by the path of the search parameter that indexes the reference.
 */
final class SelectionSql {

    private static final String RESIDENTS = """
            from HFJ_RESOURCE r where r.RES_TYPE = 'Patient' and r.RES_DELETED_AT is null
            """;

    /** Joined: a territory is by far the largest selection, and its residents refer to it once each. */
    private static final String OF_TERRITORY = """
            from HFJ_RES_LINK l join HFJ_RESOURCE r on r.RES_ID = l.SRC_RESOURCE_ID
            where l.TARGET_RESOURCE_ID = %s and l.SRC_PATH = %s and r.RES_DELETED_AT is null""";

    private static final String LISTED_IN = RESIDENTS + """
            and r.RES_ID in (
              select l.TARGET_RESOURCE_ID from HFJ_RES_LINK l
              where l.SRC_RESOURCE_ID = %s and l.SRC_PATH = 'Group.member.entity')
            and r.FHIR_ID <> all (%s)""";

    private static final String NAMED = RESIDENTS + " and r.FHIR_ID in (%s)";

    private static final String INCLUDED_IN = RESIDENTS + """
            and r.RES_ID in (
              select l.TARGET_RESOURCE_ID from HFJ_RES_LINK l
              join HFJ_RESOURCE episode on episode.RES_ID = l.SRC_RESOURCE_ID and episode.RES_DELETED_AT is null
              join HFJ_SPIDX_TOKEN status on status.RES_ID = episode.RES_ID
                and status.SP_NAME = 'status' and status.SP_VALUE = 'active'
              join HFJ_SPIDX_TOKEN programme on programme.RES_ID = episode.RES_ID
                and programme.SP_NAME = 'type' and programme.SP_SYSTEM = %s and programme.SP_VALUE = %s
              where l.SRC_PATH = 'EpisodeOfCare.patient')""";

    private static final String REFERRING = RESIDENTS + """
            and r.RES_ID in (
              select l.SRC_RESOURCE_ID from HFJ_RES_LINK l
              where l.SRC_PATH in (%s) and l.TARGET_RESOURCE_ID in (%s))""";

    private static final String STORED =
            "(select s.RES_ID from HFJ_RESOURCE s where s.RES_TYPE = '%s' and s.FHIR_ID = %s)";

    private static final String ROLES_OF = """
            select role.RES_ID from HFJ_RES_LINK held join HFJ_RESOURCE role on role.RES_ID = held.SRC_RESOURCE_ID
            where held.TARGET_RESOURCE_ID = %s and held.SRC_PATH = 'PractitionerRole.practitioner'
              and role.RES_DELETED_AT is null""";

    /** Few ever object: they are found once a statement, and no resident is looked up. */
    private static final String NOT_OBJECTING = """
            r.RES_ID not in (
              select who.TARGET_RESOURCE_ID from HFJ_SPIDX_TOKEN objection
              join HFJ_RES_LINK who on who.SRC_RESOURCE_ID = objection.RES_ID and who.SRC_PATH = 'Consent.patient'
              where objection.HASH_VALUE = %s and who.TARGET_RESOURCE_ID is not null
                and not exists (
                  select 1 from HFJ_SPIDX_DATE period
                  where period.RES_ID = objection.RES_ID and period.SP_NAME = 'period'
                    and period.SP_VALUE_HIGH_DATE_ORDINAL < %s))""";

    private static final String GENERAL_PRACTITIONER = "Patient.generalPractitioner";
    private static final String MANAGING_ORGANIZATION = "Patient.managingOrganization";

    private final ResidentIndexes indexes;
    private final MapSqlParameterSource parameters = new MapSqlParameterSource();
    private final String from;
    private final String pid;

    /** @param today the day on which nobody who objects is looked at */
    SelectionSql(Selection selection, ResidentIndexes indexes, LocalDate today) {
        this.indexes = indexes;
        this.from = from(selection) + " and " + notObjecting(today);
        this.pid = pid(selection);
    }

    String from() {
        return from;
    }

    /** The column with the residents' row numbers; of several the one that an index of their selection is ordered by. */
    String pid() {
        return pid;
    }

    private static String pid(Selection selection) {
        if (selection instanceof Selection.InBoth both) {
            return pid(both.first());
        }
        return selection instanceof Selection.OfTerritory ? "l.SRC_RESOURCE_ID" : "r.RES_ID";
    }

    /** The values of the parameters in {@link #from()}; a statement adds its own. */
    MapSqlParameterSource parameters() {
        return parameters;
    }

    private String from(Selection selection) {
        if (selection instanceof Selection.OfTerritory territory) {
            return OF_TERRITORY.formatted(
                    stored("Organization", territory.organizationId()), parameter(indexes.territoryPath()));
        }
        if (selection instanceof Selection.ListedIn list) {
            return LISTED_IN.formatted(
                    stored("Group", list.groupId()), parameter(list.former().toArray(String[]::new)));
        }
        if (selection instanceof Selection.Named named) {
            return NAMED.formatted(parameter(named.ids()));
        }
        if (selection instanceof Selection.IncludedIn included) {
            return INCLUDED_IN.formatted(parameter(Programme.SYSTEM), parameter(included.programme()));
        }
        if (selection instanceof Selection.OfPractitioner of) {
            var practitioner = stored("Practitioner", of.practitionerId());
            return referring(
                    List.of(GENERAL_PRACTITIONER), practitioner + " union all " + ROLES_OF.formatted(practitioner));
        }
        if (selection instanceof Selection.OfPractitionerRole of) {
            return referring(List.of(GENERAL_PRACTITIONER), stored("PractitionerRole", of.practitionerRoleId()));
        }
        if (selection instanceof Selection.OfOrganization of) {
            return referring(
                    List.of(MANAGING_ORGANIZATION, GENERAL_PRACTITIONER), stored("Organization", of.organizationId()));
        }
        if (selection instanceof Selection.InBoth both) {
            return from(both.first()) + " and r.RES_ID in (select r.RES_ID " + from(both.second()) + ")";
        }
        return RESIDENTS;
    }

    private String notObjecting(LocalDate today) {
        var ordinal = Integer.parseInt(today.format(DateTimeFormatter.BASIC_ISO_DATE));
        return NOT_OBJECTING.formatted(parameter(indexes.objectionHash()), parameter(ordinal));
    }

    private String referring(List<String> paths, String targets) {
        return REFERRING.formatted(parameter(paths), targets);
    }

    private String stored(String type, String id) {
        return STORED.formatted(type, parameter(id));
    }

    private String parameter(Object value) {
        var name = "selection" + parameters.getValues().size();
        parameters.addValue(name, value);
        return ":" + name;
    }
}
