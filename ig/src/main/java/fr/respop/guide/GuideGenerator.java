package fr.respop.guide;

import fr.respop.guide.check.LinkCheck;
import fr.respop.guide.render.SiteRenderer;
import fr.respop.guide.source.ContentPackage;
import fr.respop.guide.source.GuidePage;
import fr.respop.guide.source.GuideProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Writes the site of the Implementation Guide, from the FHIR package on the class path.
 *
 * <p>Takes the folder of written pages, and the folder to write to, which it empties first. The same sources give the
 * same bytes.
 */
public final class GuideGenerator {

    private static final String PACKAGE = "/org.respop.fhir.tgz";

    private GuideGenerator() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        Map<String, String> files = site(content(), Path.of(arguments[0]));
        empty(folder);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, file.getValue());
        }
        // A step of the build speaks to who runs Maven, which has no log of ours.
        System.out.printf("Wrote %d files of the Implementation Guide's site into %s%n", files.size(), folder);
    }

    /** The files of the site by their path. A site with a broken link is refused. */
    static Map<String, String> site(ContentPackage content, Path pages) {
        Map<String, String> files = SiteRenderer.render(content, GuidePage.read(content.guide(), pages));
        List<String> problems = LinkCheck.problems(files);
        if (!problems.isEmpty()) {
            throw new GuideProblem("The guide's site has broken links. Correct the page or the template:\n"
                    + String.join("\n", problems));
        }
        return files;
    }

    private static ContentPackage content() throws IOException {
        try (var stream = GuideGenerator.class.getResourceAsStream(PACKAGE)) {
            if (stream == null) {
                throw new GuideProblem("There is no " + PACKAGE + " on the class path. Build the module cql.");
            }
            return ContentPackage.read(stream);
        }
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
