package fr.respop.server.fhir.evaluation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * How often each resident's record was written.
 *
 * <p>The count changes in the transaction of the write. Who reads the count and then the record knows that the record is
 * at least as new; when the count is still the same later, so is the record.
 */
@Component
class ResidentChanges implements DueResidents {

    private static final String PID =
            "(select r.RES_ID from HFJ_RESOURCE r where r.RES_TYPE = 'Patient' and r.FHIR_ID = :resident)";

    private static final String COUNT = """
            update RESPOP_RESIDENT_CHANGE set CHANGES = CHANGES + 1, STRATIFY_AT = :now, RESIDENT_PID = %s
            where RESIDENT_ID = :resident""".formatted(PID);

    private static final String BEGIN = """
            insert into RESPOP_RESIDENT_CHANGE (RESIDENT_ID, CHANGES, STRATIFY_AT, RESIDENT_PID)
            values (:resident, 1, :now, %s)""".formatted(PID);

    private static final String COUNT_OWN = """
            update RESPOP_RESIDENT_CHANGE set OWN_CHANGES = OWN_CHANGES + 1, RESIDENT_PID = %s
            where RESIDENT_ID = :resident""".formatted(PID);

    private static final String BEGIN_OWN = """
            insert into RESPOP_RESIDENT_CHANGE (RESIDENT_ID, CHANGES, OWN_CHANGES, RESIDENT_PID)
            values (:resident, 0, 1, %s)""".formatted(PID);

    private static final String DUE = """
            select RESIDENT_ID, CHANGES from RESPOP_RESIDENT_CHANGE
            where STRATIFY_AT <= :until order by STRATIFY_AT, RESIDENT_ID limit :atMost""";

    private static final String DONE = """
            update RESPOP_RESIDENT_CHANGE set STRATIFY_AT = :next
            where RESIDENT_ID = :resident and CHANGES = :changes""";

    private final NamedParameterJdbcTemplate jdbc;

    ResidentChanges(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<DueResident> due(Instant until, int atMost) {
        return jdbc.query(
                DUE,
                new MapSqlParameterSource("until", utc(until)).addValue("atMost", atMost),
                (row, number) -> new DueResident(row.getString("RESIDENT_ID"), row.getLong("CHANGES")));
    }

    @Override
    public void makeDue(String id) {
        count(List.of(id));
    }

    @Override
    public void done(List<DueResident> residents, Instant next) {
        var parameters = residents.stream()
                .map(resident -> new MapSqlParameterSource("resident", resident.id())
                        .addValue("changes", resident.changes())
                        .addValue("next", utc(next)))
                .toArray(MapSqlParameterSource[]::new);
        jdbc.batchUpdate(DONE, parameters);
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    /** Counts a write of each of these residents, and makes them due. */
    void count(List<String> residents) {
        count(residents, COUNT, BEGIN);
    }

    /** Counts a write of what the server itself makes of the records of these residents; the strata stay as they are. */
    void countOwn(List<String> residents) {
        count(residents, COUNT_OWN, BEGIN_OWN);
    }

    private void count(List<String> residents, String count, String begin) {
        if (residents.isEmpty()) {
            return;
        }
        var counted = jdbc.batchUpdate(count, parameters(residents));
        var unknown = new ArrayList<String>();
        for (int i = 0; i < counted.length; i++) {
            if (counted[i] == 0) {
                unknown.add(residents.get(i));
            }
        }
        if (!unknown.isEmpty()) {
            jdbc.batchUpdate(begin, parameters(unknown));
        }
    }

    private static MapSqlParameterSource[] parameters(List<String> residents) {
        var now = utc(Instant.now());
        return residents.stream()
                .map(resident -> new MapSqlParameterSource("resident", resident).addValue("now", now))
                .toArray(MapSqlParameterSource[]::new);
    }
}
