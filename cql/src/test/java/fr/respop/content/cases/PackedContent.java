package fr.respop.content.cases;

import fr.respop.engine.content.ContentSource;
import fr.respop.engine.content.PackagedContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Resource;

/** The content as it is shipped: what the package in this module's build holds. */
final class PackedContent {

    private final PackagedContent content;

    private PackedContent(PackagedContent content) {
        this.content = content;
    }

    static PackedContent read() {
        try (var stream = PackedContent.class.getResourceAsStream("/org.respop.fhir.tgz")) {
            if (stream == null) {
                throw new IllegalStateException("No package in target/classes: run mvn -pl cql process-classes first.");
            }
            return read(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PackedContent read(InputStream stream) throws IOException {
        return new PackedContent(PackagedContent.read(stream));
    }

    ContentSource source() {
        return content.source();
    }

    <T extends Resource> List<T> all(Class<T> type) {
        return content.all(type);
    }

    Optional<CodeSystem> codeSystem(String url) {
        return all(CodeSystem.class).stream()
                .filter(codeSystem -> url.equals(codeSystem.getUrl()))
                .findFirst();
    }
}
