package fr.respop.server.notification;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import fr.respop.server.fhir.StorageHooks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Notes the events of every write, whatever the way in, in the transaction of the write. */
@Component
@Interceptor
public class TopicHooks implements StorageHooks {

    private final TopicRules rules;
    private final EventRecorder recorder;

    TopicHooks(TopicRules rules, EventRecorder recorder) {
        this.rules = rules;
        this.recorder = recorder;
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        written(null, resource);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after) {
        written((Resource) before, after);
    }

    private void written(@Nullable Resource before, IBaseResource after) {
        var events = rules.events(before, (Resource) after);
        if (!events.isEmpty()) {
            ofTransaction().add(events);
        }
    }

    private Happened ofTransaction() {
        var bound = (Happened) TransactionSynchronizationManager.getResource(this);
        if (bound != null) {
            return bound;
        }
        var happened = new Happened();
        TransactionSynchronizationManager.bindResource(this, happened);
        TransactionSynchronizationManager.registerSynchronization(happened);
        return happened;
    }

    /**
     * The events of a transaction. They are recorded at its end, because that locks the subscribers; each once, though HAPI
     * tells twice of what a transaction Bundle writes.
     */
    private final class Happened implements TransactionSynchronization {

        private final Map<String, TopicEvent> events = new LinkedHashMap<>();
        private boolean isRecorded;

        void add(List<TopicEvent> more) {
            for (var event : more) {
                var isNew =
                        events.putIfAbsent(event.topic() + " " + event.focusId().getValue(), event) == null;
                if (isNew && isRecorded) {
                    recorder.record(List.of(event));
                }
            }
        }

        /** Late, as others may write before the commit, too; and always before the residents are locked, which comes last. */
        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE - 1;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            isRecorded = true;
            recorder.record(List.copyOf(events.values()));
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(TopicHooks.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(TopicHooks.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(TopicHooks.this);
        }
    }
}
