package fr.respop.server.notification;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import fr.respop.server.fhir.StorageHooks;
import java.util.Arrays;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.springframework.stereotype.Component;

/** Lists the topics in the CapabilityStatement, where clients look for them: R4 has no resource for a topic. */
@Component
@Interceptor
public class TopicAnnouncement implements StorageHooks {

    private static final String EXTENSION = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/"
            + "capabilitystatement-subscriptiontopic-canonical";

    @Hook(Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED)
    public void describe(IBaseConformance conformance) {
        ((CapabilityStatement) conformance)
                .getRest().stream()
                        .flatMap(rest -> rest.getResource().stream())
                        .filter(resource -> "Subscription".equals(resource.getType()))
                        .forEach(TopicAnnouncement::describe);
    }

    private static void describe(CapabilityStatementRestResourceComponent subscription) {
        subscription.addSupportedProfile(TopicSubscription.PROFILE);
        Arrays.stream(Topic.values())
                .forEach(topic -> subscription.addExtension(EXTENSION, new CanonicalType(topic.canonical())));
    }
}
