package fr.respop.server.fhir.validation;

import java.util.List;
import org.hl7.fhir.r4.model.Patient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Validates once in the background when the server is ready.
 *
 * <p>The first validation reads all of FHIR's definitions and takes seconds; no user's request should pay for that.
 */
class ValidationWarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(ValidationWarmUp.class);

    private final ProfileValidation validation;

    ValidationWarmUp(ProfileValidation validation) {
        this.validation = validation;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        var thread = new Thread(this::validate, "validation-warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    private void validate() {
        try {
            var begin = System.nanoTime();
            validation.errors(new Patient(), List.of());
            LOG.debug("The validator is warm after {} ms", (System.nanoTime() - begin) / 1_000_000);
        } catch (RuntimeException stopped) {
            LOG.debug("The validator was not warmed up", stopped);
        }
    }
}
