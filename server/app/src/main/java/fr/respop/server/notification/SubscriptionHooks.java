package fr.respop.server.notification;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import fr.respop.server.fhir.ClientWrites;
import fr.respop.server.fhir.FhirProperties;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.StorageHooks;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.outbox.NotificationOutbox;
import fr.respop.server.fhir.outbox.Subscriber;
import fr.respop.server.fhir.outbox.Subscribers;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks Subscriptions to topics, and keeps the outbox in step with them, in the transaction that writes them. */
@Component
@Interceptor
public class SubscriptionHooks implements StorageHooks {

    /** Before HAPI looks at a Subscription, which says less of what is wrong with it. */
    private static final int EARLY = -100;

    private final SubscriptionRules rules;
    private final FilterReader filterReader;
    private final Subscribers subscribers;
    private final NotificationOutbox outbox;
    private final Optional<String> baseUrl;
    private final Clock clock;

    SubscriptionHooks(
            SubscriptionRules rules,
            FilterReader filterReader,
            Subscribers subscribers,
            NotificationOutbox outbox,
            FhirProperties fhir,
            EvaluationProperties evaluation) {
        this.rules = rules;
        this.filterReader = filterReader;
        this.subscribers = subscribers;
        this.outbox = outbox;
        this.baseUrl = Optional.ofNullable(fhir.baseUrl()).map(Object::toString);
        this.clock = evaluation.clock();
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED, order = EARLY)
    public void beforeCreate(IBaseResource resource, @Nullable RequestDetails request) {
        if (resource instanceof Subscription subscription && TopicSubscription.isOne(subscription)) {
            check(null, subscription, request);
        }
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED, order = EARLY)
    public void beforeUpdate(@Nullable IBaseResource old, IBaseResource resource, @Nullable RequestDetails request) {
        if (!(resource instanceof Subscription subscription)) {
            return;
        }
        var before = (Subscription) old;
        if (before != null && TopicSubscription.isOne(before) != TopicSubscription.isOne(subscription)) {
            throw Refusal.unprocessable(
                    IssueType.BUSINESSRULE,
                    "Subscription.criteria",
                    "A Subscription to a search does not become one to a topic, nor the other way round. Write another"
                            + " Subscription, and delete this one.");
        }
        if (TopicSubscription.isOne(subscription)) {
            check(before, subscription, request);
        }
    }

    private void check(@Nullable Subscription old, Subscription subscription, @Nullable RequestDetails request) {
        // HAPI serves every other Subscription; this is how it knows ours.
        if (!subscription.getMeta().hasProfile(TopicSubscription.PROFILE)) {
            subscription.getMeta().addProfile(TopicSubscription.PROFILE);
        }
        // The server's own writes have no client behind them.
        if (!ClientWrites.isServer(request)) {
            subscription.setError(null);
            rules.check(old, subscription);
        }
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource, @Nullable RequestDetails request) {
        keep(resource, request);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after, @Nullable RequestDetails request) {
        keep(after, request);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource resource) {
        if (TopicSubscription.isOne((Resource) resource)) {
            subscribers.forget(resource.getIdElement().getIdPart());
        }
    }

    private void keep(IBaseResource resource, @Nullable RequestDetails request) {
        if (!TopicSubscription.isOne((Resource) resource)) {
            return;
        }
        var subscription = new TopicSubscription((Subscription) resource);
        var status = subscription.resource().getStatus();
        if (status == SubscriptionStatus.REQUESTED
                || outbox.find(subscription.id()).isEmpty()) {
            subscribers.request(subscriber(subscription, request), clock.instant());
        }
        if (status != SubscriptionStatus.REQUESTED) {
            subscribers.changeStatus(subscription.id(), status, clock.instant());
        }
    }

    private Subscriber subscriber(TopicSubscription subscription, @Nullable RequestDetails request) {
        var topic = subscription.topic().orElseThrow();
        return new Subscriber(
                subscription.id(),
                topic.code(),
                filterReader.read(topic, subscription.filterCriteria()).text(),
                address(request),
                subscription.heartbeat(),
                Optional.ofNullable(subscription.resource().getEnd()).map(Date::toInstant));
    }

    /** The address under which the client wrote it: the one that it knows. */
    private String address(@Nullable RequestDetails request) {
        return Optional.ofNullable(request)
                .map(RequestDetails::getFhirServerBase)
                .filter(address -> !address.isEmpty())
                .or(() -> baseUrl)
                .orElse("");
    }
}
