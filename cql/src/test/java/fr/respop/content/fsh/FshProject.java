package fr.respop.content.fsh;

import fr.respop.content.node.NodeProject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The Implementation Guide's FSH and what SUSHI makes of it. */
public final class FshProject {

    private static final Path GUIDE = Path.of("../ig");
    private static final Path BUILD = Path.of("target/fsh").toAbsolutePath();
    private static final String RESULT = "fsh-generated";
    /** Nobody listens there: the result must not depend on what a registry offers today. */
    private static final String NO_REGISTRY = "http://127.0.0.1:9";

    private FshProject() {}

    /** The committed result, text by path. */
    static Map<String, String> committed() {
        return texts(GUIDE.resolve(RESULT));
    }

    static Map<String, String> compile() {
        return compile(GUIDE);
    }

    /** Compiles a copy of a guide, so that its committed result stays as it is, and returns text by path. */
    public static synchronized Map<String, String> compile(Path guide) {
        NodeProject sushi = NodeProject.installed(GUIDE);
        Path home = BUILD.resolve("home");
        CorePackageCache.buildIn(home);
        Path copy = BUILD.resolve("ig");
        delete(copy);
        copy(guide.resolve("sushi-config.yaml"), copy.resolve("sushi-config.yaml"));
        copyFolder(guide.resolve("input"), copy.resolve("input"));
        sushi.run(
                Map.of("HOME", home.toString(), "USERPROFILE", home.toString(), "FPL_REGISTRY", NO_REGISTRY),
                "node_modules/fsh-sushi/dist/app.js",
                List.of("build", copy.toString()));
        return texts(copy.resolve(RESULT));
    }

    /** Replaces the committed result. */
    static void commit(Map<String, String> texts) {
        delete(GUIDE.resolve(RESULT));
        texts.forEach((path, text) -> write(GUIDE.resolve(RESULT).resolve(path), text));
    }

    private static Map<String, String> texts(Path folder) {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : files(folder)) {
            String path = folder.relativize(file).toString().replace('\\', '/');
            texts.put(path, read(file));
        }
        return texts;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copyFolder(Path folder, Path copy) {
        files(folder).forEach(file -> copy(file, copy.resolve(folder.relativize(file))));
    }

    private static void copy(Path file, Path copy) {
        write(copy, read(file));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            for (Path file : files(folder)) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
