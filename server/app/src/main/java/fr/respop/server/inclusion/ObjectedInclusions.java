package fr.respop.server.inclusion;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import fr.respop.server.fhir.StorageHooks;
import fr.respop.server.fhir.ToldOnce;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.programme.Objection;
import java.time.Clock;
import java.time.LocalDate;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who objects is no longer included, in the transaction that stores the objection. */
@Component
@Interceptor
public class ObjectedInclusions implements StorageHooks {

    private final Inclusions inclusions;
    private final EndService endService;
    private final Clock clock;

    ObjectedInclusions(Inclusions inclusions, EndService endService, EvaluationProperties properties) {
        this.inclusions = inclusions;
        this.endService = endService;
        this.clock = properties.clock();
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void beforeCreate(IBaseResource resource) {
        hold(resource);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void beforeUpdate(@Nullable IBaseResource old, IBaseResource resource) {
        hold(resource);
    }

    /** Before anything is written: an inclusion that is just being made comes first, and is ended. */
    private void hold(IBaseResource resource) {
        if (holds(resource)) {
            inclusions.hold(residentOf(resource));
        }
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource, TransactionDetails transaction) {
        end(resource, transaction);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after, TransactionDetails transaction) {
        end(after, transaction);
    }

    private void end(IBaseResource resource, TransactionDetails transaction) {
        if (holds(resource) && ToldOnce.isFirst(this, resource, transaction)) {
            inclusions
                    .active(residentOf(resource))
                    .forEach(inclusion -> endService.end(inclusion, EndReason.WITHDRAWN));
        }
    }

    private boolean holds(IBaseResource resource) {
        return Objection.holds((Resource) resource, LocalDate.now(clock));
    }

    private static String residentOf(IBaseResource objection) {
        return String.valueOf(
                ((Consent) objection).getPatient().getReferenceElement().getIdPart());
    }
}
