package fr.respop.server.fhir.evaluation;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.jpa.cache.IResourceChangeEvent;
import ca.uhn.fhir.jpa.cache.IResourceChangeListener;
import ca.uhn.fhir.jpa.cache.IResourceChangeListenerRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import fr.respop.engine.content.Content;
import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.StorageHooks;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The stored content, compiled, as of now.
 *
 * <p>A write to an artefact makes the next evaluation compile anew: at once in this server, and
 * within {@value #OTHER_SERVERS_SECONDS} seconds in others on the same database.
 */
@Component
@Interceptor
public class CurrentContent implements StorageHooks, IResourceChangeListener {

    private static final Set<String> CONTENT_TYPES =
            Set.of("Library", "Measure", "ValueSet", "CodeSystem", "PlanDefinition", "ActivityDefinition");
    private static final int OTHER_SERVERS_SECONDS = 10;

    private final StoredContentSource source;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Content content;

    CurrentContent(LocalStore store, IResourceChangeListenerRegistry changes) {
        this.source = new StoredContentSource(store);
        this.content = new Content(source);
        for (var type : CONTENT_TYPES) {
            changes.registerResourceResourceChangeListener(
                    type,
                    RequestPartitionId.allPartitions(),
                    SearchParameterMap.newSynchronous(),
                    this,
                    Duration.ofSeconds(OTHER_SERVERS_SECONDS).toMillis());
        }
    }

    /** The content to evaluate with; one evaluation asks once, so that it sees one state throughout. */
    public Content get() {
        return content;
    }

    /** Calls the listener after every change of the content; for what keeps compiled content of its own. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        forgetAfterCommit(resource);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after) {
        forgetAfterCommit(after);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource resource) {
        forgetAfterCommit(resource);
    }

    @Override
    public void handleInit(Collection<IIdType> ids) {
        forget();
    }

    @Override
    public void handleChange(IResourceChangeEvent change) {
        forget();
    }

    private void forgetAfterCommit(IBaseResource resource) {
        if (!CONTENT_TYPES.contains(resource.fhirType())) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                forget();
            }
        });
    }

    private void forget() {
        content = new Content(source);
        listeners.forEach(Runnable::run);
    }
}
