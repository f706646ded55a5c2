package fr.respop.content.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small sound content, copied to a folder where a test can spoil it. */
public final class SampleContent {

    public static final String CONCEPTS = "cql/library/SampleConcepts.cql";
    public static final String STRATA = "cql/library/SampleStrata.cql";
    public static final String MEASURE = "ig/fsh-generated/resources/Measure-SamplePyramid.json";
    public static final String PLAN = "ig/fsh-generated/resources/PlanDefinition-SampleStrategy.json";
    public static final String GROUP = "ig/fsh-generated/resources/Group-sample-group.json";
    public static final String CODE_SYSTEM = "terminology/codesystem/CodeSystem-sample-code.json";
    public static final String VALUE_SET = "terminology/valueset/ValueSet-glucose-tests.json";

    private static final Path ORIGINAL = Path.of("src/test/resources/sample");

    private final Path root;

    private SampleContent(Path root) {
        this.root = root;
    }

    public static SampleContent in(Path folder) {
        try (var files = Files.walk(ORIGINAL)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(ORIGINAL.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SampleContent(folder);
    }

    public SampleContent replace(String file, String text, String replacement) {
        try {
            String before = Files.readString(root.resolve(file));
            if (!before.contains(text)) {
                throw new IllegalArgumentException(file + " does not contain " + text);
            }
            Files.writeString(root.resolve(file), before.replace(text, replacement));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public SampleContent append(String file, String text) {
        try {
            Files.writeString(root.resolve(file), Files.readString(root.resolve(file)) + text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public SampleContent copy(String file, String copy) {
        try {
            Files.copy(root.resolve(file), root.resolve(copy));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public SampleContent move(String file, String target) {
        try {
            Files.move(root.resolve(file), root.resolve(target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public Path root() {
        return root;
    }

    public Content read() {
        return ContentReader.read(new ContentFolders(root));
    }
}
