package fr.respop.server.notification;

import java.time.Duration;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;

/** Sends notifications to receivers. */
@FunctionalInterface
interface NotificationSender {

    /** Sends one and waits for the answer. */
    Answer send(TopicSubscription to, Bundle notification);

    /**
     * What came of it.
     *
     * @param failure why it did not arrive; empty if it did. Without an address, a header or data of residents
     * @param isFinal whether it is useless to try again
     * @param retryAfter how long the receiver asks to be left alone
     */
    record Answer(Optional<String> failure, boolean isFinal, Optional<Duration> retryAfter) {

        static final Answer ARRIVED = new Answer(Optional.empty(), false, Optional.empty());

        static Answer failed(String failure) {
            return new Answer(Optional.of(failure), false, Optional.empty());
        }
    }
}
