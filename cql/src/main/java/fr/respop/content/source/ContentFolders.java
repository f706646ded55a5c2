package fr.respop.content.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the parts of the content are.
 *
 * @param root the repository's root
 */
public record ContentFolders(Path root) {

    public Path cql() {
        return root.resolve("cql/library");
    }

    public Path compiledGuide() {
        return root.resolve("ig/fsh-generated/resources");
    }

    public Path terminology() {
        return root.resolve("terminology");
    }

    /** Every file that has a part in the package, in a fixed order. */
    public List<Path> inputs() {
        return Stream.of(files(cql(), ".cql"), files(cql(), ".json"), resources().stream())
                .flatMap(paths -> paths)
                .toList();
    }

    /** The files of resources that are kept as such, in a fixed order. */
    public List<Path> resources() {
        return Stream.concat(files(compiledGuide(), ".json"), files(terminology(), ".json"))
                .toList();
    }

    private static Stream<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            throw new ContentProblem(folder + " is missing. The content consists of cql/library, "
                    + "ig/fsh-generated (regenerate it as cql/README.md says) and terminology.");
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
