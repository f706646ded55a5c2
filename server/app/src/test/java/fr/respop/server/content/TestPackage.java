package fr.respop.server.content;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.unit.DataSize;

/** A FHIR package that a test makes or spoils. */
final class TestPackage {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, byte[]> files;

    private TestPackage(Map<String, byte[]> files) {
        this.files = files;
    }

    /** The server's own. */
    static TestPackage builtIn() {
        return new TestPackage(new TreeMap<>(PackageArchive.unpack(builtInBytes(), DataSize.ofMegabytes(100))));
    }

    static byte[] builtInBytes() {
        try {
            return new ClassPathResource("org.respop.fhir.tgz").getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A package of another publisher with nothing in it but its guide. */
    static TestPackage named(String name, String version) {
        return new TestPackage(new TreeMap<>())
                .with("package.json", """
                        {"name": "%s", "version": "%s", "fhirVersions": ["4.0.1"]}""".formatted(name, version))
                .with("ImplementationGuide-%s.json".formatted(name), """
                        {"resourceType": "ImplementationGuide", "id": "%1$s",
                         "url": "https://example.org/%1$s/ImplementationGuide/%1$s", "version": "%2$s", "name": "Test",
                         "status": "active", "packageId": "%1$s", "fhirVersion": ["4.0.1"]}""".formatted(name, version));
    }

    TestPackage with(String file, String text) {
        files.put("package/" + file, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** A library of this package, as CQL alone. */
    TestPackage withCql(String base, String name, String version, String cql) {
        return with("Library-%s.json".formatted(name), """
                {"resourceType": "Library", "id": "%1$s", "url": "%2$s/Library/%1$s", "version": "%3$s", "name": "%1$s",
                 "status": "active", "type": {"coding": [{"code": "logic-library"}]},
                 "content": [{"contentType": "text/cql", "data": "%4$s"}]}""".formatted(name, base, version, base64(cql)));
    }

    /** Adds to the CQL of a library and drops its ELM. */
    TestPackage appendCql(String library, String cql) {
        var file = "Library-" + library + ".json";
        try {
            var json = (ObjectNode) JSON.readTree(text(file));
            var content = (ObjectNode) json.at("/content/0");
            var before =
                    new String(Base64.getDecoder().decode(content.path("data").asText()), StandardCharsets.UTF_8);
            content.put("data", base64(before + cql));
            json.putArray("content").add(content);
            return with(file, json.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TestPackage replace(String file, String text, String replacement) {
        if (!text(file).contains(text)) {
            throw new IllegalArgumentException(file + " does not contain " + text);
        }
        return with(file, text(file).replace(text, replacement));
    }

    TestPackage without(String file) {
        files.remove("package/" + file);
        return this;
    }

    byte[] tgz() {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes), "UTF-8")) {
            for (var file : files.entrySet()) {
                var entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length);
                entry.setModTime(0);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private String text(String file) {
        return new String(files.get("package/" + file), StandardCharsets.UTF_8);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
