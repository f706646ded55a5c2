package fr.respop.server.fhir.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.IdType;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The {@link NotificationOutbox} in the rows of the subscribers and a table of events.
 *
 * <p>To count an event locks the row of its subscriber until the transaction ends. That is what makes the numbers of a
 * subscriber free of gaps, and the order of the numbers that of the commits.
 */
@Component
public final class JdbcNotificationOutbox implements NotificationOutbox {

    /** What is so once a receiver has answered. */
    static final String ANSWERED = """
        FAILURES = 0, FAILING_SINCE = null, FAILURE = null, NEXT_ATTEMPT_AT = :now,
        HEARTBEAT_AT = cast(:now as timestamp with time zone) + HEARTBEAT_SECONDS * interval '1' second
        where SUBSCRIPTION_ID = :id\
        """;

    private static final String COUNT =
            "update RESPOP_SUBSCRIPTION set EVENTS = EVENTS + :events where SUBSCRIPTION_ID = :id";

    private static final String COUNTED = "select EVENTS from RESPOP_SUBSCRIPTION where SUBSCRIPTION_ID = :id";

    private static final String ADD = """
        insert into RESPOP_EVENT (SUBSCRIPTION_ID, EVENT_NUMBER, FOCUS, OCCURRED_AT)
        values (:id, :number, :focus, :now)\
        """;

    private static final String IS_DUE = """
        (STATUS in ('requested', 'active', 'error') and ENDS_AT <= :now
            or STATUS = 'requested' and NEXT_ATTEMPT_AT <= :now
            or STATUS = 'active' and NEXT_ATTEMPT_AT <= :now and (DELIVERED < EVENTS or HEARTBEAT_AT <= :now))\
        """;

    private static final String DUE =
            "select SUBSCRIPTION_ID from RESPOP_SUBSCRIPTION where " + IS_DUE + " order by NEXT_ATTEMPT_AT";

    private static final String ONE_DUE = "select * from RESPOP_SUBSCRIPTION where SUBSCRIPTION_ID = :id and " + IS_DUE;

    private static final String ONE = "select * from RESPOP_SUBSCRIPTION where SUBSCRIPTION_ID = :id";

    private static final String ALL = "select * from RESPOP_SUBSCRIPTION order by SUBSCRIPTION_ID";

    private static final String EVENTS = """
        select EVENT_NUMBER, FOCUS, OCCURRED_AT from RESPOP_EVENT
        where SUBSCRIPTION_ID = :id and EVENT_NUMBER between :since and :until
        order by EVENT_NUMBER limit :atMost\
        """;

    private static final String DELIVERED = "update RESPOP_SUBSCRIPTION set DELIVERED = :upTo, " + ANSWERED;

    private static final String FAILED = """
        update RESPOP_SUBSCRIPTION
        set FAILURES = FAILURES + 1, FAILING_SINCE = coalesce(FAILING_SINCE, :now), FAILURE = :failure,
            NEXT_ATTEMPT_AT = :next
        where SUBSCRIPTION_ID = :id\
        """;

    private final NamedParameterJdbcTemplate jdbc;

    public JdbcNotificationOutbox(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(SortedMap<String, List<IdType>> focusesBySubscriber, Instant now) {
        // In the order of the ids, so that two transactions with the same subscribers do not block each other.
        focusesBySubscriber.forEach((id, focuses) -> {
            if (jdbc.update(COUNT, Map.of("id", id, "events", focuses.size())) == 1) {
                var last = Objects.requireNonNull(jdbc.queryForObject(COUNTED, Map.of("id", id), Long.class));
                jdbc.batchUpdate(ADD, rows(id, focuses, last, now));
            }
        });
    }

    private static MapSqlParameterSource[] rows(String id, List<IdType> focuses, long last, Instant now) {
        return IntStream.range(0, focuses.size())
                .mapToObj(i -> new MapSqlParameterSource("id", id)
                        .addValue("number", last - focuses.size() + 1 + i)
                        .addValue("focus", focuses.get(i).getValue())
                        .addValue("now", OutboxRows.utc(now)))
                .toArray(MapSqlParameterSource[]::new);
    }

    @Override
    public List<String> due(Instant now) {
        return jdbc.queryForList(DUE, Map.of("now", OutboxRows.utc(now)), String.class);
    }

    @Override
    public Optional<Delivery> due(String id, Instant now) {
        return jdbc.query(ONE_DUE, Map.of("id", id, "now", OutboxRows.utc(now)), OutboxRows::delivery).stream()
                .findFirst();
    }

    @Override
    public Optional<Delivery> find(String id) {
        return jdbc.query(ONE, Map.of("id", id), OutboxRows::delivery).stream().findFirst();
    }

    @Override
    public List<Delivery> all() {
        return jdbc.query(ALL, OutboxRows::delivery);
    }

    @Override
    public List<RecordedEvent> events(String id, long since, long until, int atMost) {
        return jdbc.query(
                EVENTS, Map.of("id", id, "since", since, "until", until, "atMost", atMost), OutboxRows::event);
    }

    @Override
    public void delivered(String id, long upTo, Instant now) {
        jdbc.update(DELIVERED, Map.of("id", id, "upTo", upTo, "now", OutboxRows.utc(now)));
    }

    @Override
    public void failed(String id, String failure, Instant now, Instant nextAttempt) {
        jdbc.update(
                FAILED,
                Map.of("id", id, "failure", failure, "now", OutboxRows.utc(now), "next", OutboxRows.utc(nextAttempt)));
    }

    @Override
    public void dropBefore(Instant time) {
        jdbc.update("delete from RESPOP_EVENT where OCCURRED_AT < :time", Map.of("time", OutboxRows.utc(time)));
    }
}
