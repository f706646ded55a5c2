package fr.respop.engine.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.respop.engine.CheckContent;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Measure;
import org.junit.jupiter.api.Test;

class ContentSourceTest {

    private static final String URL = "https://example.org/Measure/m";

    @Test
    void findsAMeasureByCanonical() {
        var content = CheckContent.of(measure("1.0.0"), measure("1.1.0"));

        assertThat(content.measure(URL).getVersion()).isEqualTo("1.1.0");
        assertThat(content.measure(URL + "|1.0.0").getVersion()).isEqualTo("1.0.0");
        assertThatThrownBy(() -> content.measure(URL + "|2.0.0"))
                .isInstanceOfSatisfying(
                        UnknownMeasure.class,
                        refusal -> assertThat(refusal.canonical()).isEqualTo(URL + "|2.0.0"));
    }

    @Test
    void findsAMeasureWithoutVersion() {
        assertThat(CheckContent.of(measure(null)).measure(URL).hasVersion()).isFalse();
    }

    @Test
    void findsAMeasureByReference() {
        var one = measure("1.0.0");
        one.setId("one");
        var other = measure("1.1.0");
        other.setId("other");
        var content = CheckContent.of(one, other);

        assertThat(content.measure("Measure/one").getVersion()).isEqualTo("1.0.0");
        assertThatThrownBy(() -> content.measure("Measure/none")).isInstanceOf(UnknownMeasure.class);
    }

    @Test
    void ordersVersionsPartByPart() {
        var versions = List.of("", "0.9.0", "0.10", "0.10.0", "0.10.0-alpha", "0.10.0-beta", "1.0.0");

        assertThat(Stream.of("1.0.0", "0.10.0-beta", "0.10", "", "0.10.0-alpha", "0.9.0", "0.10.0")
                        .sorted(Versions.ASCENDING))
                .containsExactlyElementsOf(versions);
    }

    private static Measure measure(@org.jspecify.annotations.Nullable String version) {
        var measure = new Measure();
        measure.setUrl(URL).setVersion(version);
        return measure;
    }
}
