package fr.respop.server.content;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.ImplementationGuide;
import org.hl7.fhir.r4.model.StringType;

/** A package on the server: its ImplementationGuide, which bears the package's digest and says who installed it. */
record InstalledPackage(ImplementationGuide guide) {

    private static final String DIGEST = "https://respop.org/fhir/StructureDefinition/respop-package-digest";
    private static final String INSTALLER = "https://respop.org/fhir/StructureDefinition/respop-package-installer";

    /** Who installed a package. */
    enum Installer {
        /** The server when it started. */
        SERVER,
        /** A client, by {@code $install}. */
        CLIENT;

        private String code() {
            return this == SERVER ? "server" : "client";
        }
    }

    /** Whether the guide stands for a package that was installed here, rather than being a resource like others. */
    static boolean isMarked(ImplementationGuide guide) {
        return guide.hasExtension(DIGEST);
    }

    /** Writes into a guide that its package is installed, and has it list what was: all but the examples. */
    static void mark(ContentPackage content, Installer installer) {
        var guide = content.guide();
        var unlisted = content.parts().stream()
                .filter(part -> part.resource() != guide)
                .map(ContentPackage.Part::reference)
                .collect(Collectors.toCollection(TreeSet::new));
        guide.getDefinition()
                .getResource()
                .removeIf(resource -> !unlisted.remove(resource.getReference().getReference()));
        unlisted.forEach(
                reference -> guide.getDefinition().addResource().getReference().setReference(reference));
        guide.getExtension().removeIf(extension -> Set.of(DIGEST, INSTALLER).contains(extension.getUrl()));
        guide.addExtension(DIGEST, new StringType(content.digest()));
        guide.addExtension(INSTALLER, new CodeType(installer.code()));
    }

    String name() {
        return guide.getPackageId();
    }

    String version() {
        return guide.getVersion();
    }

    boolean hasDigest(String digest) {
        return guide.hasExtension(DIGEST) && digest.equals(guide.getExtensionString(DIGEST));
    }

    boolean isInstalledByClient() {
        var installer = guide.getExtensionByUrl(INSTALLER);
        return installer != null
                && Installer.CLIENT.code().equals(installer.getValue().primitiveValue());
    }

    /** The resources that came with it, such as {@code Library/DiabetesStrata}; not the guide itself. */
    Set<String> references() {
        return guide.getDefinition().getResource().stream()
                .map(resource -> resource.getReference().getReference())
                .collect(Collectors.toUnmodifiableSet());
    }
}
