package fr.respop.content;

import fr.respop.content.check.ContentCheck;
import fr.respop.content.pack.Fingerprint;
import fr.respop.content.pack.PackageWriter;
import fr.respop.content.source.Content;
import fr.respop.content.source.ContentFolders;
import fr.respop.content.source.ContentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Translates, checks and packs the clinical content into one FHIR package.
 *
 * <p>Takes the repository's root, the module's build folder, and the folders and files that the result depends on
 * besides the content, such as this program itself. Does nothing when none of its inputs changed.
 */
public final class ContentPackager {

    private ContentPackager() {}

    public static void main(String[] arguments) throws IOException {
        var folders = new ContentFolders(Path.of(arguments[0]));
        Path packageFile = Path.of(arguments[1], "classes", "org.respop.fhir.tgz");
        Path fingerprintFile = Path.of(arguments[1], "org.respop.fhir.inputs");
        List<Path> inputs = new ArrayList<>(folders.inputs());
        for (String program : List.of(arguments).subList(2, arguments.length)) {
            inputs.addAll(files(Path.of(program)));
        }
        String fingerprint = Fingerprint.of(inputs);
        if (Files.exists(packageFile) && Fingerprint.isStored(fingerprint, fingerprintFile)) {
            return;
        }
        Content content = ContentReader.read(folders);
        ContentCheck.check(content);
        PackageWriter.write(content, packageFile);
        Fingerprint.store(fingerprint, fingerprintFile);
        // A step of the build speaks to who runs Maven, which has no log of ours.
        System.out.printf(
                "Packed %d resources, %d of them CQL libraries, into %s%n",
                content.artifacts().size(), content.libraries().size(), packageFile);
    }

    private static List<Path> files(Path fileOrFolder) throws IOException {
        try (var files = Files.walk(fileOrFolder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
