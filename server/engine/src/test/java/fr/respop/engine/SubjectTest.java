package fr.respop.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1", "Patient/", "Patient/a b", "Patient/1/_history/2", "https://example.org/Patient/1"})
    void refusesAnIdThatIsNoReference(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Subject(id, List.of()));
    }

    @Test
    void areGivenByAListOnceEachAndInItsOrder() {
        var subjects = IntStream.range(0, 5)
                .mapToObj(i -> new Subject("Patient/" + i, List.of()))
                .toList();

        try (var source = SubjectSource.of(subjects)) {
            assertThat(source.total()).hasValue(5);
            assertThat(source.next(3).records()).isEqualTo(subjects.subList(0, 3));
            assertThat(source.next(3).records()).isEqualTo(subjects.subList(3, 5));
            assertThat(source.next(3).isEmpty()).isTrue();
        }
    }
}
