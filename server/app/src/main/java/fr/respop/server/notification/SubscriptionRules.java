package fr.respop.server.notification;

import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refuses Subscriptions to topics that could not be served as they are written. */
@Component
class SubscriptionRules {

    private static final Set<SubscriptionStatus> OF_CLIENTS =
            Set.of(SubscriptionStatus.REQUESTED, SubscriptionStatus.OFF);

    private final FilterReader filterReader;
    private final ChannelRules channelRules;
    private final Clock clock;

    SubscriptionRules(FilterReader filterReader, ChannelRules channelRules, EvaluationProperties properties) {
        this.filterReader = filterReader;
        this.channelRules = channelRules;
        this.clock = properties.clock();
    }

    /**
     * Checks what a client writes.
     *
     * @param old the version before; null of a new Subscription
     * @throws Refusal 422 with an issue for every broken rule
     */
    void check(@Nullable Subscription old, Subscription subscription) {
        if (old != null) {
            refuseOtherTopic(old, subscription);
        }
        if (!OF_CLIENTS.contains(subscription.getStatus())) {
            throw Refusal.unprocessable(
                    IssueType.BUSINESSRULE,
                    "Subscription.status",
                    "A client asks for a Subscription with the status requested, or turns it off; the server makes it"
                            + " active once its receiver has answered. Write it with the status requested.");
        }
        // One that is turned off may refer to what is no longer there.
        if (old == null || subscription.getStatus() == SubscriptionStatus.REQUESTED) {
            checkServable(new TopicSubscription(subscription));
        }
    }

    private static void refuseOtherTopic(Subscription old, Subscription subscription) {
        if (!String.valueOf(old.getCriteria()).equals(subscription.getCriteria())) {
            throw Refusal.unprocessable(
                    IssueType.BUSINESSRULE,
                    "Subscription.criteria",
                    "The topic of a Subscription stays: its events are numbered in one row. Write another Subscription,"
                            + " and delete this one.");
        }
    }

    private void checkServable(TopicSubscription subscription) {
        var broken = new ArrayList<Refusal>();
        var topic = subscription.topic();
        if (topic.isEmpty()) {
            broken.add(Refusal.unprocessable(
                    IssueType.NOTSUPPORTED,
                    "Subscription.criteria",
                    "There is no such topic. The topics of this server are " + Topic.allCanonicals() + "."));
        } else {
            collect(broken, () -> filterReader.read(topic.get(), subscription.filterCriteria()));
        }
        broken.addAll(channelRules.broken(subscription));
        var end = subscription.resource().getEnd();
        if (end != null && !end.toInstant().isAfter(clock.instant())) {
            broken.add(Refusal.unprocessable(
                    IssueType.VALUE, "Subscription.end", "The end is past. Leave it out, or name a later one."));
        }
        if (!broken.isEmpty()) {
            throw Refusal.all(broken);
        }
    }

    private static void collect(List<Refusal> broken, Runnable check) {
        try {
            check.run();
        } catch (Refusal refusal) {
            broken.add(refusal);
        }
    }
}
