package fr.respop.server.benchmark;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Copies of the residents of the demonstration territory with all their data, made by SQL, because to store hundreds of
 * thousands of resources one after another would take an hour.
 *
 * <p>Only what an evaluation reads is copied: resources, their bodies and references, and the counts of changes. Searches do
 * not find the copies.
 */
final class Copies {

    /** Far above the numbers that the server gives to what it stores afterwards. */
    private static final long APART = 1_000_000_000L;

    private static final String RESIDENT = "aube-et-sezannais-[0-9]{6}";
    private static final String IS_ORIGINAL = "RES_ID < " + APART + " and FHIR_ID ~ '^" + RESIDENT + "'";

    private final JdbcTemplate jdbc;

    Copies(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds to the residents as many copies of each as make them so many times what they were. */
    void multiply(int times) {
        for (int copy = 1; copy < times; copy++) {
            var shift = " + " + copy * APART;
            copy("HFJ_RESOURCE", Map.of("RES_ID", "RES_ID" + shift, "FHIR_ID", renamed("FHIR_ID", copy)), IS_ORIGINAL);
            var isOfOriginal = "RES_ID in (select RES_ID from HFJ_RESOURCE where " + IS_ORIGINAL + ")";
            copy(
                    "HFJ_RES_VER",
                    Map.of(
                            "PID", "PID" + shift,
                            "RES_ID", "RES_ID" + shift,
                            "RES_TEXT_VC", renamed("RES_TEXT_VC", copy)),
                    isOfOriginal);
            copy(
                    "HFJ_RES_LINK",
                    Map.of(
                            "PID", "PID" + shift,
                            "SRC_RESOURCE_ID", "SRC_RESOURCE_ID" + shift,
                            "TARGET_RESOURCE_ID",
                                    "case when TARGET_" + isOfOriginal.replaceFirst("RES_ID", "RESOURCE_ID")
                                            + " then TARGET_RESOURCE_ID" + shift + " else TARGET_RESOURCE_ID end"),
                    "SRC_" + isOfOriginal.replaceFirst("RES_ID", "RESOURCE_ID"));
            copy(
                    "RESPOP_RESIDENT_CHANGE",
                    Map.of("RESIDENT_ID", renamed("RESIDENT_ID", copy), "RESIDENT_PID", "RESIDENT_PID" + shift),
                    "RESIDENT_ID ~ '^" + RESIDENT + "$'");
        }
        jdbc.execute("analyze");
    }

    /** The logical ids of all residents, in the order in which they were stored. */
    List<String> residents() {
        return jdbc.queryForList(
                "select FHIR_ID from HFJ_RESOURCE where RES_TYPE = 'Patient' and RES_DELETED_AT is null order by RES_ID",
                String.class);
    }

    private static String renamed(String column, int copy) {
        return "regexp_replace(" + column + ", '(" + RESIDENT + ")', '\\1x" + copy + "', 'g')";
    }

    private void copy(String table, Map<String, String> changed, String which) {
        var columns = jdbc.queryForList(
                "select upper(column_name) from information_schema.columns where upper(table_name) = ?",
                String.class,
                table);
        var values = columns.stream()
                .map(column -> changed.getOrDefault(column, column))
                .collect(Collectors.joining(", "));
        jdbc.update("insert into " + table + " (" + String.join(", ", columns) + ") select " + values + " from " + table
                + " where " + which);
    }
}
