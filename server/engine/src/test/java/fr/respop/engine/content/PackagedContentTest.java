package fr.respop.engine.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

class PackagedContentTest {

    private static final String MANIFEST = "{\"name\":\"test\",\"version\":\"1.0.0\",\"fhirVersions\":[\"4.0.1\"]}";
    private static final String MEASURE = """
            {"resourceType":"Measure","id":"M","url":"https://example.org/Measure/M","version":"1","status":"active"}""";
    private static final String PATIENT = "{\"resourceType\":\"Patient\",\"id\":\"p\"}";

    @Test
    void holdsTheContentOfThePackageAndNoOtherResource() throws IOException {
        var content = PackagedContent.read(archive(Map.of(
                "package/package.json", MANIFEST,
                "package/Measure-M.json", MEASURE,
                "package/Patient-p.json", PATIENT)));

        assertThat(content.all(Resource.class))
                .singleElement()
                .isSameAs(content.all(Measure.class).get(0));
        assertThat(content.source().measure("https://example.org/Measure/M|1")).isPresent();
    }

    @Test
    void refusesWhatIsNoPackage() {
        assertThatThrownBy(() -> PackagedContent.read(new ByteArrayInputStream("no archive".getBytes(UTF_8))))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PackagedContent.read(archive(Map.of(
                        "package/package.json",
                        MANIFEST,
                        "package/Measure-M.json",
                        "{\"resourceType\":\"Measure\",\"status\":\"odd\"}"))))
                .isInstanceOf(IOException.class);
    }

    private static InputStream archive(Map<String, String> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            for (var file : new TreeMap<>(files).entrySet()) {
                var content = file.getValue().getBytes(UTF_8);
                var entry = new TarArchiveEntry(file.getKey());
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
