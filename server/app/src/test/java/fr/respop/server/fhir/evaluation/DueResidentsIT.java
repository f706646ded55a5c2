package fr.respop.server.fhir.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.FhirHttp;
import fr.respop.server.ServerTest;
import fr.respop.server.fhir.evaluation.DueResidents.DueResident;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is due stands in the database. */
@ServerTest
class DueResidentsIT {

    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");
    private static final int EVERYBODY = 1_000_000;

    private final FhirHttp fhir;
    private final ResidentChanges changes;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    @Autowired
    DueResidentsIT(FhirHttp fhir, ResidentChanges changes, JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.fhir = fhir;
        this.changes = changes;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void whoWasWrittenToIsDueAtOnce() {
        undone(() -> {
            var before = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusMillis(1);
            changes.count(List.of("due-a"));

            assertThat(due(before)).isEmpty();
            assertThat(due(Instant.now().plusMillis(1))).containsExactly(new DueResident("due-a", 1));
        });
    }

    @Test
    void whoIsDoneIsDueAgainWhenToldSo() {
        undone(() -> {
            changes.count(List.of("due-a"));
            changes.done(due(Instant.now().plusMillis(1)), LATER);

            assertThat(due(LATER.minusMillis(1))).isEmpty();
            assertThat(due(LATER)).containsExactly(new DueResident("due-a", 1));
        });
    }

    @Test
    void whoIsWrittenToInBetweenStaysDue() {
        undone(() -> {
            changes.count(List.of("due-a", "due-b"));
            var found = due(Instant.now().plusMillis(1));
            changes.count(List.of("due-b"));
            changes.done(found, LATER);

            assertThat(due(Instant.now().plusMillis(1))).containsExactly(new DueResident("due-b", 2));
        });
    }

    @Test
    void whatTheServerMakesOfARecordMakesNobodyDue() {
        undone(() -> {
            changes.countOwn(List.of("due-a"));
            assertThat(due(LATER)).isEmpty();

            changes.count(List.of("due-a"));
            var found = due(Instant.now().plusMillis(1));
            changes.countOwn(List.of("due-a"));
            changes.done(found, LATER);

            assertThat(due(Instant.now().plusMillis(1))).isEmpty();
        });
    }

    @Test
    void thoseWhoAreDueLongestComeFirst() {
        undone(() -> {
            changes.count(List.of("due-a", "due-b", "due-c", "due-d"));
            dueAt("due-c", LATER.minusSeconds(30));
            dueAt("due-b", LATER.minusSeconds(20));
            dueAt("due-d", LATER.minusSeconds(10));
            dueAt("due-a", LATER.minusSeconds(10));

            assertThat(due(LATER)).extracting(DueResident::id).containsExactly("due-c", "due-b", "due-a", "due-d");
            assertThat(changes.due(LATER, 2)).hasSize(2);
        });
    }

    @Test
    void nobodyIsDoneWithWhoIsNotThere() {
        undone(() -> {
            changes.done(List.of(new DueResident("due-a", 1)), LATER);
            changes.done(List.of(), LATER);

            assertThat(due(LATER)).isEmpty();
        });
    }

    @Test
    void aDeletionIsAWriteLikeAnyOther() {
        fhir.put("Patient/due-deleted", "{\"resourceType\":\"Patient\",\"id\":\"due-deleted\"}")
                .isStored();
        assertThat(count("due-deleted")).isEqualTo(1);

        fhir.delete("Patient/due-deleted").hasStatus(200);

        assertThat(count("due-deleted")).isEqualTo(2);
    }

    private Integer count(String resident) {
        return jdbc.queryForObject(
                "select CHANGES from RESPOP_RESIDENT_CHANGE where RESIDENT_ID = ?", Integer.class, resident);
    }

    /** The server at work beside the test does not see what is never committed. */
    private void undone(Runnable test) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            test.run();
        });
    }

    private void dueAt(String id, Instant time) {
        changes.done(List.of(new DueResident(id, 1)), time);
    }

    /** Those of this test, in their order. */
    private List<DueResident> due(Instant until) {
        return changes.due(until, EVERYBODY).stream()
                .filter(resident -> resident.id().matches("due-[a-d]"))
                .toList();
    }
}
