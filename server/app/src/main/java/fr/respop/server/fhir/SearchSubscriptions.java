package fr.respop.server.fhir;

import ca.uhn.fhir.jpa.subscription.match.matcher.subscriber.SubscriptionActivatingListener;
import ca.uhn.fhir.jpa.subscription.match.registry.SubscriptionRegistry;
import ca.uhn.fhir.subscription.SubscriptionConstants;
import org.hl7.fhir.instance.model.api.IBaseResource;

/**
 * Leaves to HAPI the Subscriptions to searches, which it serves from memory. Those to topics must not lose an event, so they
 * are served elsewhere.
 */
final class SearchSubscriptions {

    private SearchSubscriptions() {}

    static boolean isOne(IBaseResource subscription) {
        return subscription.getMeta().getProfile().stream()
                .noneMatch(profile -> SubscriptionConstants.SUBSCRIPTION_TOPIC_PROFILE_URL.equals(profile.getValue()));
    }

    /** Activates them at once; one to a topic is active when its receiver has answered. */
    static final class Activation extends SubscriptionActivatingListener {

        @Override
        public synchronized boolean activateSubscriptionIfRequired(IBaseResource subscription) {
            return isOne(subscription) && super.activateSubscriptionIfRequired(subscription);
        }
    }

    /** Knows the active ones, to which HAPI delivers. */
    static final class Registry extends SubscriptionRegistry {

        @Override
        public synchronized boolean registerSubscriptionUnlessAlreadyRegistered(IBaseResource subscription) {
            return isOne(subscription) && super.registerSubscriptionUnlessAlreadyRegistered(subscription);
        }
    }
}
