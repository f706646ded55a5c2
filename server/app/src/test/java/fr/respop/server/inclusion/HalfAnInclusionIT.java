package fr.respop.server.inclusion;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import fr.respop.server.FhirHttp;
import fr.respop.server.ServerTest;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A server that fails between any two steps of an inclusion leaves nothing of it. */
@ServerTest
class HalfAnInclusionIT {

    private final Inclusion inclusion;
    private final IInterceptorService hooks;
    private final FailingStep failure = new FailingStep();

    @Autowired
    HalfAnInclusionIT(FhirHttp fhir, IInterceptorService hooks) {
        this.inclusion = new Inclusion(fhir).confirmed();
        this.hooks = hooks;
    }

    @AfterEach
    void mend() {
        hooks.unregisterInterceptor(failure);
    }

    @ParameterizedTest
    @MethodSource("types")
    void allOrNothingRemains(String type) {
        failure.at = type;
        hooks.registerInterceptor(failure);

        assertThat(inclusion.include("&consentDate=2026-11-02").status()).isEqualTo(500);

        assertThat(inclusion.stored(Consent.class)).isEmpty();
        assertThat(inclusion.stored(CareTeam.class)).isEmpty();
        assertThat(inclusion.stored(EpisodeOfCare.class)).isEmpty();
        assertThat(inclusion.stored(CarePlan.class)).isEmpty();
        assertThat(inclusion.stored(DocumentReference.class)).isEmpty();
        assertThat(inclusion.stored(Communication.class)).isEmpty();
        hooks.unregisterInterceptor(failure);
        inclusion.include("&consentDate=2026-11-02").hasStatus(200);
        assertThat(inclusion.provenances()).hasSize(1);
    }

    static Iterable<String> types() {
        return Inclusion.TYPES;
    }

    /** Stands for a server that dies: it throws where one type of resource is written. */
    @Interceptor
    public static final class FailingStep {

        private String at = "";

        @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
        public void fail(IBaseResource resource) {
            if (resource.fhirType().equals(at)) {
                throw new IllegalStateException("The server dies here");
            }
        }
    }
}
