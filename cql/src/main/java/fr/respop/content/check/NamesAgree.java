package fr.respop.content.check;

import fr.respop.content.cql.TranslatedLibrary;
import fr.respop.content.source.Artifact;
import fr.respop.content.source.Content;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Name, id, file and tail of the canonical are one, so that whoever knows one of them finds the artefact. */
final class NamesAgree implements Rule {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");
    private static final Pattern COMPUTABLE_NAME = Pattern.compile("[A-Z][A-Za-z0-9]*");
    /** Types whose id is the name that CQL and authors use. The others have an id of lower-case words. */
    private static final Set<String> NAMED_BY_ID = Set.of("Library", "Measure", "PlanDefinition", "ActivityDefinition");

    @Override
    public Stream<Finding> findings(Content content) {
        Stream<Finding> cql = content.libraries().stream().flatMap(NamesAgree::ofLibrary);
        Stream<Finding> artifacts =
                content.artifacts().stream().flatMap(artifact -> ofArtifact(artifact, content.canonicalBase()));
        return Stream.concat(cql, artifacts);
    }

    private static Stream<Finding> ofLibrary(TranslatedLibrary library) {
        String expected = library.name() + ".cql";
        return fileName(library.file()).equals(expected)
                ? Stream.of()
                : Stream.of(new Finding(
                        library.file().toString(),
                        "it declares library " + library.name() + ".",
                        "Rename the file to " + expected + " or the library."));
    }

    private static Stream<Finding> ofArtifact(Artifact artifact, String base) {
        String where = artifact.file().toString();
        Stream.Builder<Finding> findings = Stream.builder();
        if (!ID.matcher(artifact.id()).matches()) {
            findings.add(new Finding(
                    where + ", id", "'" + artifact.id() + "' is no FHIR id.", "Use 1 to 64 of A-Z a-z 0-9 . and -."));
        }
        if (!artifact.type().equals("Library") && !fileName(artifact.file()).equals(artifact.packedName())) {
            findings.add(new Finding(
                    where, "it holds " + artifact.reference() + ".", "Rename it to " + artifact.packedName() + "."));
        }
        if (artifact.url().startsWith(base) && !artifact.url().equals(base + "/" + artifact.reference())) {
            findings.add(new Finding(
                    where + ", url",
                    artifact.url() + " does not end in the resource's " + artifact.reference() + ".",
                    "Use " + base + "/" + artifact.reference() + "."));
        }
        if (NAMED_BY_ID.contains(artifact.type()) && !artifact.name().equals(artifact.id())) {
            findings.add(new Finding(
                    where + ", name",
                    "'" + artifact.name() + "' is not the id '" + artifact.id() + "'.",
                    "Give both one name."));
        }
        if (!artifact.name().isEmpty()
                && !artifact.url().isEmpty()
                && !COMPUTABLE_NAME.matcher(artifact.name()).matches()) {
            findings.add(new Finding(
                    where + ", name",
                    "'" + artifact.name() + "' is no name for programs.",
                    "Use letters and digits, a capital first, and put words for readers into title."));
        }
        return findings.build();
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName());
    }
}
