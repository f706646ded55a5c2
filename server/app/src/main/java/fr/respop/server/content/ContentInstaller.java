package fr.respop.server.content;

import ca.uhn.fhir.context.FhirContext;
import fr.respop.server.fhir.LocalStore;
import java.lang.module.ModuleDescriptor.Version;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ImplementationGuide;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Brings the stored content to the server's package: once, whole, and never back to an older version.
 *
 * <p>The package is one transaction, its ImplementationGuide among it bearing the package's digest: a start that was
 * killed leaves either no trace of it or all of it. The server answers "ready" only after this ran.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ContentInstaller implements ApplicationRunner {

    private static final String DIGEST = "https://respop.org/fhir/StructureDefinition/respop-package-digest";
    private static final Logger LOG = LoggerFactory.getLogger(ContentInstaller.class);

    private final ContentProperties properties;
    private final LocalStore store;
    private final FhirContext context;

    ContentInstaller(ContentProperties properties, LocalStore store, FhirContext context) {
        this.properties = properties;
        this.store = store;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var content = ContentPackage.read(properties.contentPackage(), context);
        var installed = store.find(ImplementationGuide.class, content.name());
        if (installed.isPresent() && digestOf(installed.get()).equals(content.digest())) {
            LOG.info("Content {} {} is installed", content.name(), content.version());
            return;
        }
        if (installed.isPresent() && isNewer(installed.get().getVersion(), content.version())) {
            LOG.warn(
                    "Content {} {} is installed and stays: the server's own is {}",
                    content.name(),
                    installed.get().getVersion(),
                    content.version());
            return;
        }
        store.transaction(transactionOf(content));
        LOG.info(
                "Installed content {} {}: {} resources",
                content.name(),
                content.version(),
                content.resources().size());
    }

    private static Bundle transactionOf(ContentPackage content) {
        var bundle = new Bundle();
        bundle.setType(Bundle.BundleType.TRANSACTION);
        for (var resource : content.resources()) {
            if (resource instanceof ImplementationGuide guide) {
                prepare(guide, content);
            }
            addPut(bundle, resource);
        }
        return bundle;
    }

    /** Examples stay in the package, so the stored guide does not refer to them; it bears the package's digest. */
    private static void prepare(ImplementationGuide guide, ContentPackage content) {
        var installed =
                content.resources().stream().map(ContentInstaller::reference).collect(Collectors.toSet());
        guide.getDefinition()
                .getResource()
                .removeIf(
                        resource -> !installed.contains(resource.getReference().getReference()));
        guide.addExtension(DIGEST, new StringType(content.digest()));
    }

    private static String reference(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    private static void addPut(Bundle bundle, Resource resource) {
        var url = reference(resource);
        bundle.addEntry()
                .setFullUrl("https://respop.org/fhir/" + url)
                .setResource(resource)
                .getRequest()
                .setMethod(Bundle.HTTPVerb.PUT)
                .setUrl(url);
    }

    private static String digestOf(ImplementationGuide guide) {
        var digest = guide.getExtensionByUrl(DIGEST);
        return digest == null ? "" : digest.getValue().primitiveValue();
    }

    private static boolean isNewer(String version, String other) {
        return Version.parse(version).compareTo(Version.parse(other)) > 0;
    }
}
