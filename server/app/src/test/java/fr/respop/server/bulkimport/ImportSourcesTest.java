package fr.respop.server.bulkimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.respop.server.fhir.Refusal;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportSourcesTest {

    private final ImportSources sources =
            sources("http://127.0.0.1", "https://files.example.org:8443/respop/", "https://export.example.org/out");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/a.ndjson",
                "http://127.0.0.1:9000/a.ndjson?x=1",
                "https://files.example.org:8443/respop/a.ndjson",
                "https://FILES.example.org:8443/respop/deep/a.ndjson",
                "https://export.example.org/out",
                "https://export.example.org/out/1"
            })
    void takesWhatLiesAtAListedPlace(String url) {
        assertThat(sources.checked(url)).hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/a.ndjson",
                "http://127.0.0.2/a.ndjson",
                "http://127.0.0.1.example.org/a.ndjson",
                "https://files.example.org/respop/a.ndjson",
                "https://files.example.org:8443/other/a.ndjson",
                "https://export.example.org/output/a.ndjson",
                "http://169.254.169.254/latest/meta-data"
            })
    void refusesWhatLiesElsewhere(String url) {
        assertThatThrownBy(() -> sources.checked(url))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.getStatusCode()).isEqualTo(403))
                .hasMessageNotContaining(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Patient.ndjson",
                "//127.0.0.1/a",
                "file:///etc/hostname",
                "ftp://127.0.0.1/a",
                "http://",
                "http://me:secret@127.0.0.1/a",
                "http://127.0.0.1/a#b",
                "https://export.example.org/out/../private",
                "https://export.example.org/out/%2E%2e/private",
                "https://export.example.org/out/..%2fprivate",
                "http://127.0.0.1/a b"
            })
    void refusesWhatIsNoPlainAddress(String url) {
        assertThatThrownBy(() -> sources.checked(url))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.getStatusCode()).isEqualTo(400));
    }

    @Test
    void withoutAListNothingIsRead() {
        assertThatThrownBy(() -> sources().checked("http://127.0.0.1/a.ndjson"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("respop.import.sources");
    }

    private static ImportSources sources(String... places) {
        return new ImportSources(
                new ImportProperties(Stream.of(places).map(URI::create).toList(), Duration.ofSeconds(1)));
    }
}
