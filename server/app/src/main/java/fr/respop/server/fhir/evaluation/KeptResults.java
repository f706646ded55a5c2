package fr.respop.server.fhir.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.respop.engine.content.Digest;
import fr.respop.server.fhir.evaluation.Residents.Selection;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** The results of former evaluations in the database, a {@link ResultPage} a row. */
@Component
class KeptResults {

    private static final Logger LOG = LoggerFactory.getLogger(KeptResults.class);

    private static final String FIND = """
            select p.UP_TO_PID, p.RESULTS,
                exists (select 1 from RESPOP_RESULT n
                    where n.RESULT_KEY = p.RESULT_KEY and n.AFTER_PID = p.UP_TO_PID) as IS_FOLLOWED
            from RESPOP_RESULT p where p.RESULT_KEY = :key and p.AFTER_PID = :after""";

    private static final String UPDATE = """
            update RESPOP_RESULT set UP_TO_PID = :upTo, WRITTEN_ON = :today, RESULTS = :results
            where RESULT_KEY = :key and AFTER_PID = :after""";

    private static final String INSERT = """
            insert into RESPOP_RESULT (RESULT_KEY, AFTER_PID, UP_TO_PID, WRITTEN_ON, RESULTS)
            values (:key, :after, :upTo, :today, :results)""";

    private static final String FORGET = "delete from RESPOP_RESULT where WRITTEN_ON < :day";

    private static final String SERVER_VERSION =
            serverVersion(KeptResults.class.getPackage().getImplementationVersion());

    private static final ObjectMapper JSON = new ObjectMapper();

    private final NamedParameterJdbcTemplate jdbc;
    private final EvaluationProperties properties;
    private final Clock clock;

    KeptResults(NamedParameterJdbcTemplate jdbc, EvaluationProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = properties.clock();
    }

    /**
     * What tells results of one code from those of another: the version of a release. The code of any other build changes
     * under the same version or has none, so what such a server keeps holds until it stops.
     *
     * @param implementationVersion as the jar's manifest has it; null for classes out of a folder
     */
    static String serverVersion(@Nullable String implementationVersion) {
        return implementationVersion == null || implementationVersion.endsWith("-SNAPSHOT")
                ? UUID.randomUUID().toString()
                : implementationVersion;
    }

    /** The key of what an evaluation of a selection comes to; another version of the server computes its own. */
    String key(Selection selection, List<String> resultKeys) {
        var parts = new ArrayList<>(resultKeys);
        parts.add(selection.toString());
        parts.add(SERVER_VERSION);
        return Digest.of(parts);
    }

    /** The page of results that begins after a row number, if it was kept. */
    Optional<ResultPage> find(String key, long after) {
        var parameters = Map.of("key", key, "after", after);
        return jdbc
                .query(
                        FIND,
                        parameters,
                        (row, number) -> new ResultPage(
                                after,
                                row.getLong("UP_TO_PID"),
                                row.getBoolean("IS_FOLLOWED"),
                                read(row.getString("RESULTS"))))
                .stream()
                .findFirst();
    }

    /** Keeps pages. Those that cannot be kept are evaluated again the next time, which harms nobody. */
    void keep(String key, List<ResultPage> pages) {
        if (pages.isEmpty()) {
            return;
        }
        try {
            var rows = new ArrayList<SqlParameterSource>();
            for (var page : pages) {
                rows.add(row(key, page));
            }
            var updated = jdbc.batchUpdate(UPDATE, rows.toArray(SqlParameterSource[]::new));
            var unknown = IntStream.range(0, updated.length)
                    .filter(place -> updated[place] == 0)
                    .mapToObj(rows::get)
                    .toArray(SqlParameterSource[]::new);
            if (unknown.length > 0) {
                jdbc.batchUpdate(INSERT, unknown);
            }
        } catch (DuplicateKeyException sameAtOnce) {
            LOG.debug("Another evaluation keeps the same results");
        } catch (DataAccessException | JsonProcessingException failure) {
            LOG.warn("Results of an evaluation could not be kept; the next one computes them again", failure);
        }
    }

    private SqlParameterSource row(String key, ResultPage page) throws JsonProcessingException {
        return new MapSqlParameterSource("key", key)
                .addValue("after", page.after())
                .addValue("upTo", page.upTo())
                .addValue("today", Date.valueOf(LocalDate.now(clock)))
                .addValue("results", JSON.writeValueAsString(page.results()));
    }

    /** Drops the pages that were written too long ago. */
    void forgetOld() {
        var oldest = LocalDate.now(clock).minusDays(properties.keepResultsDays());
        jdbc.update(FORGET, Map.of("day", Date.valueOf(oldest)));
    }

    private static ResultPage.Results read(String json) {
        try {
            return JSON.readValue(json, ResultPage.Results.class);
        } catch (JsonProcessingException unreadable) {
            LOG.warn("Kept results cannot be read; they are computed again", unreadable);
            return ResultPage.Results.NONE;
        }
    }
}
