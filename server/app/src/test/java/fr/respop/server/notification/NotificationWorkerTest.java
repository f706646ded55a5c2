package fr.respop.server.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.FreeLocks;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.outbox.JdbcNotificationOutbox;
import fr.respop.server.fhir.outbox.JdbcSubscribers;
import fr.respop.server.fhir.outbox.NotificationOutbox;
import fr.respop.server.fhir.outbox.Subscriber;
import fr.respop.server.fhir.outbox.Subscribers;
import fr.respop.server.notification.NotificationSender.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

/** The worker on real tables: servers come and go, the tables stay. */
class NotificationWorkerTest {

    private static final String ID = "s";
    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final Duration LIMIT = Duration.ofHours(1);

    private final EmbeddedDatabase database = new EmbeddedDatabaseBuilder()
            .generateUniqueName(true)
            .setType(EmbeddedDatabaseType.H2)
            .addScript("schema.sql")
            .build();
    private final SetClock clock = new SetClock();
    private final OneSubscription store = new OneSubscription(subscribers(), clock);
    private final List<String> sent = new ArrayList<>();
    private @Nullable Answer answer = Answer.ARRIVED;

    @AfterEach
    void drop() {
        database.shutdown();
    }

    @Test
    void anotherServerGoesOnWhereOneStopped() {
        subscribe();
        var first = worker();
        first.work();
        happen(3);
        answer = Answer.failed("The receiver could not be reached.");
        first.work();
        first.stop();
        happen(2);

        answer = Answer.ARRIVED;
        clock.pass(RETRY);
        worker().work();

        assertThat(sent)
                .containsExactly(
                        "handshake",
                        "event-notification 1",
                        "event-notification 1",
                        "event-notification 2",
                        "event-notification 3",
                        "event-notification 4",
                        "event-notification 5");
        assertThat(outbox().find(ID).orElseThrow().hasUndelivered()).isFalse();
    }

    @Test
    void waitsTwiceAsLongAfterEachFailure() {
        subscribe();
        answer = Answer.failed("The receiver could not be reached.");
        var attempts = new ArrayList<Long>();
        var begin = clock.instant();

        for (var second = 0; second < 200; second++) {
            var before = sent.size();
            worker().work();
            if (sent.size() > before) {
                attempts.add(Duration.between(begin, clock.instant()).toSeconds());
            }
            clock.pass(Duration.ofSeconds(1));
        }

        // 10 s, 20 s, 40 s, and from then on the longest, 60 s.
        assertThat(attempts).containsExactly(0L, 10L, 30L, 70L, 130L, 190L);
    }

    @Test
    void leavesAReceiverAloneForAsLongAsItAsks() {
        subscribe();
        answer = new Answer(Optional.of("Busy."), false, Optional.of(Duration.ofSeconds(30)));
        worker().work();

        clock.pass(Duration.ofSeconds(29));
        worker().work();
        assertThat(sent).hasSize(1);
        clock.pass(Duration.ofSeconds(1));
        worker().work();
        assertThat(sent).hasSize(2);
    }

    @Test
    void givesUpAfterTheLimitAndKeepsWhatHappens() {
        subscribe();
        worker().work();
        happen(1);
        answer = Answer.failed("The receiver could not be reached.");
        worker().work();
        clock.pass(LIMIT.minusSeconds(1));
        worker().work();
        assertThat(store.status()).isEqualTo(SubscriptionStatus.ACTIVE);
        clock.pass(Duration.ofMinutes(1));
        worker().work();

        assertThat(store.status()).isEqualTo(SubscriptionStatus.ERROR);
        var attempts = sent.size();
        happen(1);
        clock.pass(LIMIT);
        worker().work();
        assertThat(sent).hasSize(attempts);
        assertThat(outbox().events(ID, 1, 9, 9)).hasSize(2);
    }

    @Test
    void anEventWhoseArrivalWasNotNotedIsSentAgain() {
        subscribe();
        worker().work();
        happen(1);
        answer = null;
        worker().work();

        answer = Answer.ARRIVED;
        clock.pass(RETRY);
        worker().work();

        assertThat(sent).containsExactly("handshake", "event-notification 1", "event-notification 1");
    }

    @Test
    void whatIsOldIsDroppedAndTheRestArrives() {
        subscribe();
        happen(2);
        clock.pass(Duration.ofDays(30).plusSeconds(1));
        happen(1);
        outbox().dropBefore(clock.instant().minus(Duration.ofDays(30)));

        worker().work();

        assertThat(sent).containsExactly("handshake", "event-notification 3");
    }

    @Test
    void endsWithItsSubscription() {
        subscribe(clock.instant().plusSeconds(60));
        worker().work();
        clock.pass(Duration.ofSeconds(60));
        happen(1);

        worker().work();

        assertThat(store.status()).isEqualTo(SubscriptionStatus.OFF);
        assertThat(subscribers().of(List.of("stratum-proposed"), clock.instant()))
                .isEmpty();
        assertThat(sent).containsExactly("handshake");
    }

    private void subscribe() {
        request(Optional.empty());
    }

    private void subscribe(Instant end) {
        request(Optional.of(end));
    }

    private void request(Optional<Instant> end) {
        subscribers()
                .request(
                        new Subscriber(
                                ID, "stratum-proposed", "", "https://respop.example.org/fhir", Optional.empty(), end),
                        clock.instant());
    }

    private void happen(int times) {
        var focuses = IntStream.range(0, times)
                .mapToObj(number -> new IdType("RiskAssessment", "r" + number, "1"))
                .toList();
        outbox().add(new TreeMap<>(Map.of(ID, focuses)), clock.instant());
    }

    /** As a server that has just started has it. */
    private NotificationOutbox outbox() {
        return new JdbcNotificationOutbox(new NamedParameterJdbcTemplate(database));
    }

    private Subscribers subscribers() {
        return new JdbcSubscribers(new NamedParameterJdbcTemplate(database));
    }

    private NotificationWorker worker() {
        var evaluation = new EvaluationProperties(
                ZoneId.of("Europe/Paris"), null, 250, Duration.ofSeconds(30), 20000, 1, Duration.ofSeconds(5), 35);
        var properties = new NotificationProperties(
                true,
                Duration.ofSeconds(1),
                1,
                Duration.ofSeconds(10),
                RETRY,
                Duration.ofMinutes(1),
                LIMIT,
                LIMIT,
                30,
                false);
        return new NotificationWorker(
                outbox(),
                store,
                new NotificationBundles(store, evaluation),
                this::send,
                new FreeLocks(),
                properties,
                clock);
    }

    private Answer send(TopicSubscription to, Bundle bundle) {
        var notification = Notification.of(bundle);
        sent.add(String.join(" ", notification.status("type"), String.join(" ", notification.events("event-number")))
                .strip());
        if (answer == null) {
            throw new IllegalStateException("The server dies before it notes the answer");
        }
        return answer;
    }
}
