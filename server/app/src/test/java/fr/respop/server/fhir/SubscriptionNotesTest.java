package fr.respop.server.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.jpa.cache.IResourceChangeEvent;
import ca.uhn.fhir.jpa.cache.IResourceChangeListenerRegistry;
import ca.uhn.fhir.jpa.subscription.model.ResourceModifiedMessage;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.messaging.BaseResourceMessage.OperationTypeEnum;
import ca.uhn.fhir.subscription.SubscriptionConstants;
import java.util.List;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Subscription;
import org.junit.jupiter.api.Test;

class SubscriptionNotesTest {

    private final LocalStore store = mock();
    private final SubscriptionNotes notes = new SubscriptionNotes(store, mock(IResourceChangeListenerRegistry.class));

    @Test
    void everyWriteIsNotedUntilItIsKnownThatNobodyAsks() {
        assertThat(isNoted(new Patient())).isTrue();

        stored();
        notes.handleInit(List.of());

        assertThat(isNoted(new Patient())).isFalse();
    }

    @Test
    void aSubscriptionIsNotedInAnyCase() {
        stored();
        notes.handleInit(List.of());

        assertThat(isNoted(new Subscription())).isTrue();
    }

    @Test
    void aSubscriptionToASearchHasEveryWriteNotedFromThenOn() {
        stored();
        notes.handleInit(List.of());

        notes.beforeCreate(new Subscription());

        assertThat(isNoted(new Patient())).isTrue();
    }

    @Test
    void oneThatIsStoredAlreadyCounts() {
        stored(new Subscription());
        notes.handleInit(List.of());

        assertThat(isNoted(new Patient())).isTrue();
    }

    @Test
    void oneThatAnotherServerStoresCounts() {
        stored();
        notes.handleInit(List.of());
        stored(new Subscription());

        notes.handleChange(mock(IResourceChangeEvent.class));

        assertThat(isNoted(new Patient())).isTrue();
    }

    @Test
    void oneToATopicNeedsNoNotes() {
        stored(toTopic());
        notes.handleInit(List.of());

        notes.beforeUpdate(toTopic(), toTopic());

        assertThat(isNoted(new Patient())).isFalse();
    }

    private void stored(Subscription... subscriptions) {
        when(store.search(eq(Subscription.class), anyString())).thenReturn(List.of(subscriptions));
    }

    private static Subscription toTopic() {
        var subscription = new Subscription();
        subscription.getMeta().addProfile(SubscriptionConstants.SUBSCRIPTION_TOPIC_PROFILE_URL);
        return subscription;
    }

    private boolean isNoted(Resource written) {
        written.setId(written.fhirType() + "/written");
        return notes.isNoted(new ResourceModifiedMessage(
                FhirContext.forR4Cached(),
                written,
                OperationTypeEnum.CREATE,
                new SystemRequestDetails(),
                RequestPartitionId.allPartitions()));
    }
}
