package fr.respop.server.fhir.evaluation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.util.FhirTerser;
import fr.respop.server.fhir.StorageHooks;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts every write to a resident's record, whatever the way in, in the transaction of the write. */
@Component
@Interceptor
class ResidentChangeHooks implements StorageHooks {

    /** What the server itself makes of a record: it changes results, but makes nobody's strata due. */
    static final Set<String> OWN = Set.of("RiskAssessment");

    private final ResidentChanges changes;
    private final FhirTerser terser;

    ResidentChangeHooks(ResidentChanges changes, FhirContext context) {
        this.changes = changes;
        this.terser = context.newTerser();
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        written(resource);
    }

    /** Before and after may be of different residents. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after) {
        written(before);
        written(after);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource resource) {
        written(resource);
    }

    private void written(IBaseResource resource) {
        var isOwn = OWN.contains(resource.fhirType());
        note(resource.getIdElement(), isOwn);
        terser.getAllResourceReferences(resource)
                .forEach(reference -> note(reference.getResourceReference().getReferenceElement(), isOwn));
    }

    private void note(IIdType id, boolean isOwn) {
        if ("Patient".equals(id.getResourceType()) && id.hasIdPart()) {
            ofTransaction().add(id.getIdPart(), isOwn);
        }
    }

    private Written ofTransaction() {
        var bound = (Written) TransactionSynchronizationManager.getResource(this);
        if (bound != null) {
            return bound;
        }
        var written = new Written();
        TransactionSynchronizationManager.bindResource(this, written);
        TransactionSynchronizationManager.registerSynchronization(written);
        return written;
    }

    /** The residents whose record a transaction writes. */
    private final class Written implements TransactionSynchronization {

        private final TreeSet<String> residents = new TreeSet<>();
        private final TreeSet<String> ofOwnOnly = new TreeSet<>();
        private boolean isCounted;

        void add(String resident, boolean isOwn) {
            var isNew = isOwn ? !residents.contains(resident) && ofOwnOnly.add(resident) : residents.add(resident);
            if (isNew && isCounted) {
                count(Set.of(resident), isOwn);
            }
        }

        private void count(Set<String> these, boolean isOwn) {
            if (isOwn) {
                changes.countOwn(List.copyOf(these));
            } else {
                changes.count(List.copyOf(these));
            }
        }

        /** Others may write before the commit, too. */
        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            isCounted = true;
            // In the order of their ids, so that two transactions with the same residents do not block each other.
            ofOwnOnly.removeAll(residents);
            count(residents, false);
            count(ofOwnOnly, true);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(ResidentChangeHooks.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(ResidentChangeHooks.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(ResidentChangeHooks.this);
        }
    }
}
