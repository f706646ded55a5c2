package fr.respop.server.commandline;

import fr.respop.engine.content.Content;
import fr.respop.engine.content.PackagedContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Measure;

/** The content that a command evaluates with. */
final class CommandContent {

    private static final String RESPOP = "/org.respop.fhir.tgz";

    private final PackagedContent packaged;
    private final Content compiled;

    private CommandContent(PackagedContent packaged) {
        this.packaged = packaged;
        this.compiled = new Content(packaged.source());
    }

    /** The package in the jar. */
    static CommandContent ofRespop() {
        try (var stream = CommandContent.class.getResourceAsStream(RESPOP)) {
            if (stream == null) {
                throw new IllegalStateException("The jar was built without " + RESPOP);
            }
            return new CommandContent(PackagedContent.read(stream));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** @throws UnusableInput if the file is no FHIR package */
    static CommandContent of(Path file) {
        try (var stream = Files.newInputStream(file)) {
            return new CommandContent(PackagedContent.read(stream));
        } catch (IOException unreadable) {
            throw new UnusableInput("The package " + file + " cannot be read: a FHIR package with content for R4 is"
                    + " expected, a gzipped tar archive (.tgz) as package registries have them.");
        }
    }

    Content compiled() {
        return compiled;
    }

    /**
     * A measure by its id or its canonical.
     *
     * @throws UnusableInput if there is no measure with the id
     * @throws fr.respop.engine.content.UnknownMeasure if there is none with the canonical
     */
    Measure measure(String name) {
        if (name.contains(":")) {
            return compiled.measure(name);
        }
        return packaged.all(Measure.class).stream()
                .filter(measure -> name.equals(measure.getIdPart()))
                .findFirst()
                .orElseThrow(() -> new UnusableInput("The content has no measure " + name + ". It has "
                        + packaged.all(Measure.class).stream()
                                .map(Measure::getIdPart)
                                .sorted()
                                .collect(Collectors.joining(", "))
                        + "."));
    }
}
