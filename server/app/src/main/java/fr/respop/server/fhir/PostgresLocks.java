package fr.respop.server.fhir;

import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** PostgreSQL's advisory locks: the database frees them when the transaction ends or its connection is lost. */
final class PostgresLocks implements ServerLocks {

    /** Sets our locks apart from those of others in the same database. */
    private static final int OURS = "respop".hashCode();

    private final NamedParameterJdbcTemplate jdbc;
    private final TransactionTemplate ownTransaction;
    private final TransactionTemplate noTransaction;

    PostgresLocks(NamedParameterJdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.noTransaction = new TransactionTemplate(transactions);
        noTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    @Override
    public void hold(String name) {
        jdbc.query("select pg_advisory_xact_lock(:ours, :lock)", key(name), (RowCallbackHandler) row -> {});
    }

    @Override
    public boolean tryRun(String name, Runnable work) {
        return Boolean.TRUE.equals(ownTransaction.execute(transaction -> {
            var free = jdbc.queryForObject("select pg_try_advisory_xact_lock(:ours, :lock)", key(name), Boolean.class);
            if (Boolean.TRUE.equals(free)) {
                noTransaction.executeWithoutResult(none -> work.run());
            }
            return free;
        }));
    }

    private static Map<String, Integer> key(String name) {
        return Map.of("ours", OURS, "lock", name.hashCode());
    }
}
