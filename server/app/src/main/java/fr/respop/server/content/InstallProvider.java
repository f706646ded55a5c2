package fr.respop.server.content;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import fr.respop.server.content.InstalledPackage.Installer;
import fr.respop.server.fhir.FhirOperations;
import fr.respop.server.fhir.Refusal;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.r4.model.Base64BinaryType;
import org.hl7.fhir.r4.model.ImplementationGuide;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code ImplementationGuide/$install}: installs a content package on the running server. */
@Component
public class InstallProvider implements FhirOperations {

    private static final String PACKAGE = "npmContent";

    private final PackageInstaller installer;
    private final ContentProperties properties;
    private final FhirContext context;

    InstallProvider(PackageInstaller installer, ContentProperties properties, FhirContext context) {
        this.installer = installer;
        this.properties = properties;
        this.context = context;
    }

    /**
     * Checks a package and installs it.
     *
     * @param request its body is the package, or Parameters with the package as {@code npmContent}
     * @return what was created, updated, left and removed
     */
    @Operation(name = "$install", type = ImplementationGuide.class, manualRequest = true)
    public OperationOutcome install(ServletRequestDetails request) {
        var content = ContentPackage.read(archive(request), properties.maximumUnpackedSize(), context);
        return installer
                .install(content, Installer.CLIENT, installed -> true)
                .map(InstallReport::of)
                .orElseGet(() -> InstallReport.ofEqual(content));
    }

    private byte[] archive(ServletRequestDetails request) {
        var body = request.loadRequestContents();
        var encoding = encoding(request.getServletRequest().getContentType());
        if (body.length == 0) {
            throw missing();
        }
        return encoding == null ? body : archive(encoding, new String(body, StandardCharsets.UTF_8));
    }

    private byte[] archive(EncodingEnum encoding, String body) {
        if (encoding.newParser(context).parseResource(body) instanceof Parameters parameters
                && parameters.getParameterValue(PACKAGE) instanceof Base64BinaryType archive
                && archive.hasValue()) {
            return archive.getValue();
        }
        throw missing();
    }

    private static @Nullable EncodingEnum encoding(@Nullable String contentType) {
        return contentType == null ? null : EncodingEnum.forContentType(contentType.split(";", 2)[0].strip());
    }

    private static Refusal missing() {
        return Refusal.badRequest(
                IssueType.REQUIRED,
                PACKAGE,
                "Send the package: the .tgz itself as application/gzip, or Parameters with npmContent, a base64Binary.");
    }
}
