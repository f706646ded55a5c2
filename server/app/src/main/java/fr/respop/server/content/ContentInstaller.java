package fr.respop.server.content;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import fr.respop.server.content.InstalledPackage.Installer;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
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
 * <p>A package that a client installed stays until the server's own has a higher version. The server answers "ready"
 * only after this ran.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ContentInstaller implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ContentInstaller.class);

    private final ContentProperties properties;
    private final PackageInstaller installer;
    private final FhirContext context;

    ContentInstaller(ContentProperties properties, PackageInstaller installer, FhirContext context) {
        this.properties = properties;
        this.installer = installer;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            var content = readPackage();
            installer
                    .install(content, Installer.SERVER, installed -> replaces(content, installed))
                    .ifPresentOrElse(
                            done -> LOG.info(
                                    "Installed content {} {}: {} resources",
                                    content.name(),
                                    content.version(),
                                    content.parts().size()),
                            () -> LOG.info("Content {} stays as it is installed", content.name()));
        } catch (IOException | BaseServerResponseException e) {
            throw new UnusableContent(properties.contentPackage().getDescription(), e);
        }
    }

    private ContentPackage readPackage() throws IOException {
        try (var stream = properties.contentPackage().getInputStream()) {
            return ContentPackage.read(stream.readAllBytes(), properties.maximumUnpackedSize(), context);
        }
    }

    private static boolean replaces(ContentPackage content, InstalledPackage installed) {
        var order = Version.parse(content.version()).compareTo(Version.parse(installed.version()));
        var replaces = installed.isInstalledByClient() ? order > 0 : order >= 0;
        if (!replaces) {
            LOG.warn(
                    "Content {} {} is installed and stays: {}",
                    installed.name(),
                    installed.version(),
                    order < 0
                            ? "the server's own is " + content.version()
                            : "a client installed it, and the server's own is of the same version");
        }
        return replaces;
    }
}
