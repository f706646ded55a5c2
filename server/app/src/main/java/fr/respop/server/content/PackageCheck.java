package fr.respop.server.content;

import fr.respop.content.check.ContentCheck;
import fr.respop.content.check.Finding;
import fr.respop.content.cql.TranslatedLibrary;
import fr.respop.content.source.Artifact;
import fr.respop.content.source.Content;
import fr.respop.content.source.Surroundings;
import fr.respop.engine.content.ContentException;
import fr.respop.engine.content.ContentSource;
import fr.respop.engine.content.InvalidLibrary;
import fr.respop.engine.content.UnknownLibrary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Library;

/**
 * Checks a package by the rules of the build, on the ELM by which this server will evaluate it.
 *
 * <p>What the package names may be in it or stay beside it.
 */
final class PackageCheck {

    private static final Set<String> CQL_OR_ELM = Set.of("text/cql", "application/elm+json");
    private static final String CURE = "Correct the library and build the package again.";

    private final ContentPackage content;
    private final InstalledContent beside;
    private final fr.respop.engine.content.Content compiled;

    PackageCheck(ContentPackage content, InstalledContent beside) {
        this.content = content;
        this.beside = beside;
        var own = ContentSource.of(
                content.parts().stream().map(ContentPackage.Part::resource).toList());
        this.compiled = new fr.respop.engine.content.Content(new PackageSources(own, beside));
    }

    /** Every broken rule; rules about expressions are looked at once the libraries compile. */
    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        var libraries = new ArrayList<TranslatedLibrary>();
        for (var part : content.parts()) {
            if (part.resource() instanceof Library library && holdsLogic(library)) {
                try {
                    libraries.add(translated(part.artifact(), library));
                } catch (ContentException refused) {
                    findings.add(finding(part.artifact(), library, refused));
                }
            }
        }
        if (!findings.isEmpty()) {
            return findings.stream().distinct().toList();
        }
        var artifacts =
                content.parts().stream().map(ContentPackage.Part::artifact).toList();
        return ContentCheck.findings(new Content(guide(), libraries, artifacts, new Beside()));
    }

    private static boolean holdsLogic(Library library) {
        return library.getContent().stream().anyMatch(attachment -> CQL_OR_ELM.contains(attachment.getContentType()));
    }

    private TranslatedLibrary translated(Artifact artifact, Library library) {
        var elm =
                compiled.library(library.getUrl() + "|" + library.getVersion()).elm();
        return TranslatedLibrary.of(cqlOf(artifact, library.getName()), library, elm);
    }

    private static Path cqlOf(Artifact artifact, String name) {
        return artifact.file().resolve(name + ".cql");
    }

    private static Finding finding(Artifact artifact, Library library, ContentException refused) {
        if (refused instanceof InvalidLibrary invalid) {
            var place =
                    invalid.library().equals(library.getName()) ? cqlOf(artifact, library.getName()) : artifact.file();
            return new Finding(place.toString(), invalid.getMessage() + ".", CURE);
        }
        if (refused instanceof UnknownLibrary missing) {
            return new Finding(
                    cqlOf(artifact, library.getName()).toString(),
                    missing.getMessage() + ".",
                    "Add it to the package, or install the package that has it.");
        }
        return new Finding(cqlOf(artifact, library.getName()).toString(), refused.getMessage() + ".", CURE);
    }

    private Artifact guide() {
        return content.parts().stream()
                .filter(part -> part.resource() == content.guide())
                .map(ContentPackage.Part::artifact)
                .findFirst()
                .orElseThrow();
    }

    /** What stays beside the package, as the rules ask for it. */
    private final class Beside implements Surroundings {

        @Override
        public Optional<Artifact> find(String type, String canonical) {
            return beside.find(type, canonical);
        }

        @Override
        public Optional<Set<String>> expressions(String library) {
            try {
                return beside.library(library)
                        .map(stored -> Set.copyOf(compiled.library(library).expressions()));
            } catch (ContentException unusable) {
                return Optional.empty();
            }
        }
    }
}
