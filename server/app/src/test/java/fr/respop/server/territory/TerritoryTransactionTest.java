package fr.respop.server.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TerritoryTransactionTest {

    private final TerritoryTransaction transaction = new TerritoryTransaction();

    @Test
    void changesNoTerritoryAtFirst() {
        assertThat(transaction.changesTerritories()).isFalse();
        assertThat(transaction.changedPostalCodes()).isEmpty();
    }

    @Test
    void knowsTheCodesThatWereLostAndGained() {
        transaction.territoryWritten("aube", territory("aube", "10000", "10100"), territory("aube", "10100", "10200"));

        assertThat(transaction.changedPostalCodes()).containsExactlyInAnyOrder("10000", "10200");
    }

    @Test
    void knowsTheCodesOfATerritoryThatIsNewOrGone() {
        transaction.territoryWritten("new", Optional.empty(), territory("new", "10000"));
        transaction.territoryWritten("gone", territory("gone", "51000"), Optional.empty());

        assertThat(transaction.changedPostalCodes()).containsExactlyInAnyOrder("10000", "51000");
    }

    @Test
    void comparesWithWhatWasBeforeTheFirstOfSeveralWrites() {
        transaction.territoryWritten("aube", territory("aube", "10000"), territory("aube", "10000", "10100"));
        transaction.territoryWritten("aube", territory("aube", "10000", "10100"), territory("aube", "10000"));

        assertThat(transaction.changesTerritories()).isTrue();
        assertThat(transaction.changedPostalCodes()).isEmpty();
    }

    @Test
    void notesACodeThatMoves() {
        transaction.territoryWritten("giver", territory("giver", "10000", "10100"), territory("giver", "10000"));
        transaction.territoryWritten("taker", territory("taker"), territory("taker", "10100"));

        assertThat(transaction.changedPostalCodes()).containsExactly("10100");
    }

    private static Optional<Territory> territory(String id, String... codes) {
        return Optional.of(new Territory(id, new LinkedHashSet<>(List.of(codes))));
    }
}
