package fr.respop.server.fhir.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;

/** Reads and writes the columns of the outbox. */
final class OutboxRows {

    private OutboxRows() {}

    static Subscriber subscriber(ResultSet row, int number) throws SQLException {
        return new Subscriber(
                row.getString("SUBSCRIPTION_ID"),
                row.getString("TOPIC"),
                row.getString("FILTERS"),
                row.getString("BASE_URL"),
                Optional.ofNullable(row.getObject("HEARTBEAT_SECONDS", Integer.class))
                        .map(Duration::ofSeconds),
                moment(row, "ENDS_AT"));
    }

    static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getString("SUBSCRIPTION_ID"),
                row.getString("TOPIC"),
                SubscriptionStatus.fromCode(row.getString("STATUS")),
                row.getString("BASE_URL"),
                moment(row, "ENDS_AT"),
                row.getLong("EVENTS"),
                row.getLong("DELIVERED"),
                row.getInt("FAILURES"),
                moment(row, "FAILING_SINCE"),
                Optional.ofNullable(row.getString("FAILURE")));
    }

    static RecordedEvent event(ResultSet row, int number) throws SQLException {
        return new RecordedEvent(
                row.getLong("EVENT_NUMBER"),
                new IdType(row.getString("FOCUS")),
                moment(row, "OCCURRED_AT").orElseThrow());
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** As the tables have it. */
    static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
