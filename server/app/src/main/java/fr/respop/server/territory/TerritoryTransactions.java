package fr.respop.server.territory;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Finds what the running database transaction has written, and has it settled when the transaction commits. */
final class TerritoryTransactions {

    private final TerritorySettlement settlement;

    TerritoryTransactions(TerritorySettlement settlement) {
        this.settlement = settlement;
    }

    TerritoryTransaction current() {
        var bound = (TerritoryTransaction) TransactionSynchronizationManager.getResource(this);
        return bound == null ? begin() : bound;
    }

    private TerritoryTransaction begin() {
        var written = new TerritoryTransaction();
        TransactionSynchronizationManager.bindResource(this, written);
        TransactionSynchronizationManager.registerSynchronization(new Synchronization(written));
        return written;
    }

    private final class Synchronization implements TransactionSynchronization {

        private final TerritoryTransaction written;

        Synchronization(TerritoryTransaction written) {
            this.written = written;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(TerritoryTransactions.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(TerritoryTransactions.this, written);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (written.changesTerritories()) {
                settlement.settle(written);
            }
        }

        @Override
        public void afterCommit() {
            if (written.changesTerritories()) {
                settlement.publish();
            }
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(TerritoryTransactions.this);
        }
    }
}
