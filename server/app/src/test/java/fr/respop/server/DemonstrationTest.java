package fr.respop.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs an integration test against a server that was started on an empty database as a new user starts it: with the
 * demonstration territory.
 *
 * <p>As with {@link ServerTest}, all such tests share one server. They leave the residents as they found them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = ServerApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            // Not one resident more than there are.
            "respop.evaluation.synchronous-limit=3159",
            // Nobody else writes to the residents.
            "respop.stratification.enabled=false",
            // Called where it is tested.
            "respop.reporting.enabled=false"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@Import(FhirHttp.Setup.class)
public @interface DemonstrationTest {}
