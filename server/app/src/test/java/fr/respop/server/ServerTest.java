package fr.respop.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs an integration test against the whole server, over HTTP, on an empty database.
 *
 * <p>All tests share one server, because starting it costs far more than most tests. A test therefore makes its own
 * resources and never counts on being the first. It adds no properties, profiles or mock beans: each would start
 * another server. The test class takes the client as an {@code @Autowired} constructor parameter: {@link FhirHttp}.
 *
 * <p>The database is H2 in memory, or a real PostgreSQL with {@code -Drespop.test.database=postgres}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = ServerApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "respop.demonstration.enabled=false",
            // Called where it is tested.
            "respop.reporting.enabled=false",
            // Tests wait for proposals again and again.
            "respop.stratification.settle-time=500ms",
            "respop.stratification.interval=250ms",
            // And for notifications, also for those that fail.
            "respop.notification.interval=100ms",
            "respop.notification.first-retry=100ms",
            "respop.notification.longest-retry=400ms",
            "respop.notification.handshake-limit=5s",
            "respop.notification.give-up-after=5s"
        })
@AutoConfigureObservability(tracing = false)
@ContextConfiguration(initializers = TestDatabase.class)
@Import(FhirHttp.Setup.class)
public @interface ServerTest {}
