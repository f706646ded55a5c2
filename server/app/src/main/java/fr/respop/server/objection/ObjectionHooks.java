package fr.respop.server.objection;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import fr.respop.server.fhir.StorageHooks;
import fr.respop.server.fhir.ToldOnce;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.programme.Objection;
import fr.respop.server.fhir.programme.ObjectionFollower;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stores no objection that the server would not follow as it is written, and has each followed as it is stored. */
@Component
@Interceptor
public class ObjectionHooks implements StorageHooks {

    private final List<ObjectionFollower> followers;
    private final Clock clock;

    ObjectionHooks(List<ObjectionFollower> followers, EvaluationProperties properties) {
        this.followers = List.copyOf(followers);
        this.clock = properties.clock();
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void beforeCreate(IBaseResource resource) {
        prepare(resource);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void beforeUpdate(@Nullable IBaseResource old, IBaseResource resource) {
        prepare(resource);
    }

    private void prepare(IBaseResource resource) {
        var today = LocalDate.now(clock);
        if (Objection.isOne((Resource) resource)) {
            ObjectionRules.check((Consent) resource, today);
        }
        if (Objection.holds((Resource) resource, today)) {
            var patientId = patientIdOf(resource);
            followers.forEach(follower -> follower.beforeObjection(patientId));
        }
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource, TransactionDetails transaction) {
        follow(resource, transaction);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after, TransactionDetails transaction) {
        follow(after, transaction);
    }

    private void follow(IBaseResource resource, TransactionDetails transaction) {
        if (Objection.holds((Resource) resource, LocalDate.now(clock))
                && ToldOnce.isFirst(this, resource, transaction)) {
            var patientId = patientIdOf(resource);
            followers.forEach(follower -> follower.objected(patientId));
        }
    }

    private static String patientIdOf(IBaseResource objection) {
        return String.valueOf(
                ((Consent) objection).getPatient().getReferenceElement().getIdPart());
    }
}
