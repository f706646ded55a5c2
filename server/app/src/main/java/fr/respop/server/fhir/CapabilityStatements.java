package fr.respop.server.fhir;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.ConditionalDeleteStatus;

/** Gives the CapabilityStatement our name, our version and our Implementation Guide. */
@Interceptor
class CapabilityStatements {

    private static final String IMPLEMENTATION_GUIDE = "https://respop.org/fhir/ImplementationGuide/org.respop.fhir";

    private final String serverVersion;

    CapabilityStatements(String serverVersion) {
        this.serverVersion = serverVersion;
    }

    @Hook(Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED)
    public void describe(IBaseConformance conformance) {
        var statement = (CapabilityStatement) conformance;
        statement.setName("Respop").setTitle("Respop FHIR server").setPublisher("Respop");
        statement.getSoftware().setName("Respop").setVersion(serverVersion);
        statement.getImplementation().setDescription("FHIR R4 server of the programme Responsabilité populationnelle");
        statement.addImplementationGuide(IMPLEMENTATION_GUIDE);
        statement.setText(null);
        statement.getRest().stream()
                .flatMap(rest -> rest.getResource().stream())
                .forEach(resource -> resource.setConditionalDelete(ConditionalDeleteStatus.SINGLE));
    }
}
