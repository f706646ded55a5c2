package fr.respop.server.objection;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import fr.respop.server.fhir.StorageHooks;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.programme.Objection;
import java.time.Clock;
import java.time.LocalDate;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stores no objection that the server would not follow as it is written. */
@Component
@Interceptor
public class ObjectionHooks implements StorageHooks {

    private final Clock clock;

    ObjectionHooks(EvaluationProperties properties) {
        this.clock = properties.clock();
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void beforeCreate(IBaseResource resource) {
        check(resource);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void beforeUpdate(@Nullable IBaseResource old, IBaseResource resource) {
        check(resource);
    }

    private void check(IBaseResource resource) {
        if (Objection.isOne((Resource) resource)) {
            ObjectionRules.check((Consent) resource, LocalDate.now(clock));
        }
    }
}
