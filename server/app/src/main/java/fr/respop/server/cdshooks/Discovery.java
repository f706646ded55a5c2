package fr.respop.server.cdshooks;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceJson;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServicesJson;
import fr.respop.server.fhir.FhirProperties;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Describes the services, and the data that each looks at: they follow from the installed content. */
@Component
class Discovery {

    private static final String PATIENT_ID = "{{context.patientId}}";

    private final KnowledgeSource knowledge;
    private final FhirContext context;
    private final FhirProperties properties;

    Discovery(KnowledgeSource knowledge, FhirContext context, FhirProperties properties) {
        this.knowledge = knowledge;
        this.context = context;
        this.properties = properties;
    }

    CdsServicesJson services(Language language) {
        var texts = Texts.in(language);
        var services = new CdsServicesJson();
        for (var service : CdsService.values()) {
            services.addService(describe(service, texts));
        }
        return services;
    }

    private CdsServiceJson describe(CdsService service, Texts texts) {
        var described = new CdsServiceJson()
                .setId(service.id())
                .setHook(service.hook())
                .setTitle(texts.of("service." + service.hook() + ".title"))
                .setDescription(texts.of("service." + service.hook() + ".description"));
        for (var type : knowledge.current().dataTypes(service)) {
            var key = type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
            if (type.equals("Patient")) {
                described.addPrefetch(key, "Patient/" + PATIENT_ID);
            } else if (context.getResourceDefinition(type).getSearchParam("patient") != null) {
                // All at once: one page of several is refused.
                described.addPrefetch(key, type + "?patient=" + PATIENT_ID + "&_count=" + properties.maximumPageSize());
            }
        }
        return described;
    }
}
