package fr.respop.engine.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.respop.engine.CheckContent;
import fr.respop.engine.ExpressionEvaluator;
import fr.respop.engine.MeasurementPeriod;
import fr.respop.engine.Subject;
import fr.respop.engine.cql.CqlFailure;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CqlTextTest {

    private static final MeasurementPeriod YEAR = MeasurementPeriod.of("2025", "2025", ZoneOffset.UTC);

    private final Content content = CheckContent.of(
            CheckContent.cql(
                    "One",
                    "1.0.0",
                    "library One version '1.0.0'",
                    "define A: 1",
                    "define function twice(n Integer): n * 2"),
            CheckContent.cql(
                    "Period",
                    "1.0.0",
                    "library Period version '1.0.0'",
                    "parameter \"Measurement Period\" Interval<Date>"));

    @Test
    void includesWhatIsStored() {
        assertThat(value("include One\n", "One.A + One.twice(4)")).isEqualTo(9);
    }

    @Test
    void staysCompiledForAWhile() {
        var first = content.compile(expression("", "1"));

        assertThat(content.compile(expression("", "1"))).isSameAs(first);
        // Together these are more than is kept.
        IntStream.range(0, 4)
                .mapToObj(number -> CqlText.ofLibrary("define A: " + number + " ".repeat(150_000)))
                .forEach(content::compile);
        assertThat(content.compile(expression("", "1"))).isNotSameAs(first);
    }

    @Test
    void isNotIncludedByOthers() {
        content.compile(CqlText.ofLibrary("library Two version '1.0.0'\ndefine B: 2"));

        assertThatThrownBy(() -> content.compile(expression("include Two version '1.0.0'\n", "Two.B")))
                .isInstanceOf(UnknownLibrary.class)
                .hasMessageContaining("Two|1.0.0");
    }

    @Test
    void mayBeWrongAndLeavesTheContentAsItWas() {
        assertThatThrownBy(() -> content.compile(expression("include One\n", "One.A +\nOne.Absent")))
                .isInstanceOfSatisfying(
                        InvalidLibrary.class,
                        invalid -> assertThat(invalid.messages())
                                .singleElement()
                                .asString()
                                .startsWith("line 2, column 5: "));
        assertThat(value("include One\n", "One.A")).isEqualTo(1);
        assertThat(content.library("https://example.org/Library/One").expressions())
                .containsExactly("A");
    }

    @Test
    void knowsTheParametersOfWhatItIncludes() {
        assertThat(content.compile(expression("include Period\n", "1"))
                        .library()
                        .parameters())
                .containsExactly("Measurement Period");
        assertThat(content.compile(expression("include One\n", "1")).library().parameters())
                .isEmpty();
        assertThat(content.library("https://example.org/Library/Period").takesDates("Measurement Period"))
                .isTrue();
    }

    @Test
    void failsAtPlacesThatItsAuthorKnows() {
        assertThatThrownBy(() -> value("include One\n", "One.A +\n  singleton from { 1, 2 }"))
                .isInstanceOf(CqlFailure.class)
                .hasMessageContaining("$cql.1:1-2:25");
    }

    @Test
    void needsASubjectForItsData() {
        assertThatThrownBy(() -> value("using FHIR version '4.0.1'\n", "exists [Observation]"))
                .isInstanceOfSatisfying(
                        SubjectNeeded.class, needed -> assertThat(needed.type()).isEqualTo("Observation"));
    }

    @Test
    void looksAtTheDataOfItsSubject() {
        var patient = new Patient();
        patient.setId("Patient/1");
        var asked = content.compile(expression("using FHIR version '4.0.1'\n", "Count([Patient])"));

        assertThat(asked.library().dataTypes()).containsExactly("Patient");
        assertThat(new ExpressionEvaluator(asked.content())
                        .evaluate(
                                asked.library(), List.of(), new Subject("Patient/1", List.of(patient)), YEAR, Map.of()))
                .containsExactly(Map.entry("return", 1));
    }

    @Test
    @Timeout(60)
    void endsWhenItsTimeIsUp() {
        assertThatThrownBy(() -> value("", """
                        Count(from (expand Interval[1, 1000]) A, (expand Interval[1, 1000]) B, (expand Interval[1, 1000]) C,
                          (expand Interval[1, 1000]) D where A + B + C + D = 0 return 1)"""))
                .isInstanceOf(CqlFailure.class)
                .hasMessageContaining("took longer than 1 s");
    }

    @Test
    void failsWhenItsMemoryIsUsedUp() {
        var asked = content.compile(CqlText.ofLibrary("parameter Numbers List<Integer>\ndefine A: Sum(Numbers)"));
        var tooMany = new AbstractList<Integer>() {
            @Override
            public Integer get(int index) {
                throw new OutOfMemoryError();
            }

            @Override
            public int size() {
                return 1;
            }
        };

        assertThatThrownBy(() -> new ExpressionEvaluator(asked.content())
                        .evaluateForNobody(asked.library(), List.of("A"), YEAR, Map.of("Numbers", tooMany)))
                .isInstanceOf(CqlFailure.class)
                .hasMessage("It makes more than there is memory for");
    }

    private @Nullable Object value(String includes, String text) {
        var asked = content.compile(expression(includes, text));
        return new ExpressionEvaluator(asked.content(), Duration.ofSeconds(1))
                .evaluateForNobody(asked.library(), List.of("return"), YEAR, Map.of())
                .get("return");
    }

    private static CqlText expression(String header, String text) {
        var context = header.startsWith("using") ? "context Patient\n" : "";
        return new CqlText("library Asked\n" + header + context + "define \"return\":\n", text);
    }
}
