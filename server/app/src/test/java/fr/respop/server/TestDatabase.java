package fr.respop.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives a server under test an empty database of the kind that {@code respop.test.database} names. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + emptyDatabase(),
                        "spring.datasource.username=" + userName(),
                        // PostgreSQL may be gone before the server is when the JVM ends: do not wait long for it.
                        "spring.datasource.hikari.connection-timeout=5000")
                .applyTo(context);
    }

    /** Whether the tests run on PostgreSQL, for the few that name the database they are on. */
    public static boolean isPostgres() {
        var kind = System.getProperty("respop.test.database", "h2");
        return switch (kind) {
            case "h2" -> false;
            case "postgres" -> true;
            default -> throw new IllegalArgumentException("respop.test.database is h2 or postgres, not " + kind);
        };
    }

    private static String emptyDatabase() {
        return isPostgres()
                ? startPostgres()
                : "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE";
    }

    private static String userName() {
        return isPostgres() ? "postgres" : "sa";
    }

    /** The library stops it when the JVM ends, after the server has closed its connections. */
    private static String startPostgres() {
        try {
            return EmbeddedPostgres.builder().start().getJdbcUrl("postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL for the tests did not start", e);
        }
    }
}
