package fr.respop.server.notification;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.outbox.Subscribers;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;

/** A store of one Subscription; writing it tells the outbox, as the storage hooks do. */
final class OneSubscription implements LocalStore {

    private final Subscribers subscribers;
    private final Clock clock;
    private Subscription stored = new Subscription().setStatus(SubscriptionStatus.REQUESTED);

    OneSubscription(Subscribers subscribers, Clock clock) {
        this.subscribers = subscribers;
        this.clock = clock;
        stored.setId("s");
    }

    SubscriptionStatus status() {
        return stored.getStatus();
    }

    @Override
    public <T extends Resource> Optional<T> find(Class<T> type, String id) {
        return type == Subscription.class ? Optional.of(type.cast(stored.copy())) : Optional.empty();
    }

    @Override
    public void put(Resource resource) {
        stored = (Subscription) resource;
        subscribers.changeStatus("s", stored.getStatus(), clock.instant());
    }

    @Override
    public <T extends Resource> Optional<T> findVersion(Class<T> type, String id, String version) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T extends Resource> List<T> search(Class<T> type, String query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean hasAny(Class<? extends Resource> type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Bundle transaction(Bundle bundle) {
        throw new UnsupportedOperationException();
    }
}
