package fr.respop.server.fhir.outbox;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** The {@link Subscribers} in a table, one row each. */
@Component
public final class JdbcSubscribers implements Subscribers {

    private static final String REQUEST_AGAIN = """
        update RESPOP_SUBSCRIPTION
        set TOPIC = :topic, FILTERS = :filters, STATUS = 'requested', BASE_URL = :baseUrl,
            HEARTBEAT_SECONDS = :heartbeat, ENDS_AT = :end,
            FAILURES = 0, FAILING_SINCE = null, FAILURE = null, NEXT_ATTEMPT_AT = :now
        where SUBSCRIPTION_ID = :id\
        """;

    private static final String REQUEST = """
        insert into RESPOP_SUBSCRIPTION (SUBSCRIPTION_ID, TOPIC, FILTERS, STATUS, BASE_URL, HEARTBEAT_SECONDS, ENDS_AT,
            EVENTS, DELIVERED, FAILURES, NEXT_ATTEMPT_AT)
        values (:id, :topic, :filters, 'requested', :baseUrl, :heartbeat, :end, 0, 0, 0, :now)\
        """;

    private static final String CHANGE_STATUS =
            "update RESPOP_SUBSCRIPTION set STATUS = :status where SUBSCRIPTION_ID = :id";

    private static final String ACTIVATE =
            "update RESPOP_SUBSCRIPTION set STATUS = 'active', " + JdbcNotificationOutbox.ANSWERED;

    private static final String OF = """
        select * from RESPOP_SUBSCRIPTION
        where TOPIC in (:topics) and STATUS <> 'off' and (ENDS_AT is null or ENDS_AT > :now)
        order by SUBSCRIPTION_ID\
        """;

    private final NamedParameterJdbcTemplate jdbc;

    public JdbcSubscribers(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void request(Subscriber subscriber, Instant now) {
        var parameters = new MapSqlParameterSource("id", subscriber.id())
                .addValue("topic", subscriber.topic())
                .addValue("filters", subscriber.filters())
                .addValue("baseUrl", subscriber.baseUrl())
                .addValue(
                        "heartbeat",
                        subscriber.heartbeat().map(Duration::toSeconds).orElse(null),
                        Types.INTEGER)
                .addValue("end", subscriber.end().map(OutboxRows::utc).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("now", OutboxRows.utc(now));
        if (jdbc.update(REQUEST_AGAIN, parameters) == 0) {
            jdbc.update(REQUEST, parameters);
        }
    }

    @Override
    public void changeStatus(String id, SubscriptionStatus status, Instant now) {
        if (status == SubscriptionStatus.ACTIVE) {
            jdbc.update(ACTIVATE, Map.of("id", id, "now", OutboxRows.utc(now)));
        } else {
            jdbc.update(CHANGE_STATUS, Map.of("id", id, "status", status.toCode()));
        }
    }

    @Override
    public void forget(String id) {
        var parameters = Map.of("id", id);
        jdbc.update("delete from RESPOP_SUBSCRIPTION where SUBSCRIPTION_ID = :id", parameters);
        jdbc.update("delete from RESPOP_EVENT where SUBSCRIPTION_ID = :id", parameters);
    }

    @Override
    public List<Subscriber> of(Collection<String> topics, Instant now) {
        return jdbc.query(OF, Map.of("topics", topics, "now", OutboxRows.utc(now)), OutboxRows::subscriber);
    }
}
