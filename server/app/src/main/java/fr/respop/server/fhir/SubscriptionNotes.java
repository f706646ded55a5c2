package fr.respop.server.fhir;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.jpa.cache.IResourceChangeEvent;
import ca.uhn.fhir.jpa.cache.IResourceChangeListener;
import ca.uhn.fhir.jpa.cache.IResourceChangeListenerRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.jpa.subscription.model.ResourceModifiedMessage;
import java.time.Duration;
import java.util.Collection;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Subscription;
import org.springframework.stereotype.Component;

/**
 * Spares every write the note that HAPI takes of it for {@link SearchSubscriptions}, as long as nobody has one.
 *
 * <p>A note is a row that is looked for, written, read again with its resource, compared and deleted: five statements and more
 * for each resource. From the first Subscription to a search on, written here or seen from another server within
 * {@value #OTHER_SERVERS_SECONDS} seconds, until this server is started again without one, every write is noted.
 */
@Component
@Interceptor
public class SubscriptionNotes implements StorageHooks, IResourceChangeListener {

    private static final String SUBSCRIPTION = "Subscription";
    private static final int OTHER_SERVERS_SECONDS = 10;

    private final LocalStore store;
    private volatile boolean isNoneStored;
    private volatile boolean isAnyWritten;

    SubscriptionNotes(LocalStore store, IResourceChangeListenerRegistry changes) {
        this.store = store;
        changes.registerResourceResourceChangeListener(
                SUBSCRIPTION,
                RequestPartitionId.allPartitions(),
                SearchParameterMap.newSynchronous(),
                this,
                Duration.ofSeconds(OTHER_SERVERS_SECONDS).toMillis());
    }

    /** Whether HAPI goes on with a write; a Subscription is always noted, which is how HAPI activates it. */
    @Hook(Pointcut.SUBSCRIPTION_RESOURCE_MODIFIED)
    public boolean isNoted(ResourceModifiedMessage write) {
        return isAnyWritten || !isNoneStored || write.getPayloadId().startsWith(SUBSCRIPTION + "/");
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void beforeCreate(IBaseResource resource) {
        written(resource);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void beforeUpdate(IBaseResource before, IBaseResource resource) {
        written(resource);
    }

    /** Before it is stored, so that whatever is written after it is noted. */
    private void written(IBaseResource resource) {
        if (resource instanceof Subscription subscription && SearchSubscriptions.isOne(subscription)) {
            isAnyWritten = true;
        }
    }

    @Override
    public void handleInit(Collection<IIdType> ids) {
        isNoneStored = !isAnyStored();
    }

    @Override
    public void handleChange(IResourceChangeEvent change) {
        isAnyWritten = isAnyWritten || isAnyStored();
    }

    private boolean isAnyStored() {
        return store.search(Subscription.class, "status=requested,active").stream()
                .anyMatch(SearchSubscriptions::isOne);
    }
}
