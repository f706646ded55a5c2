package fr.respop.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RppsKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"10000000009", "10101010105", "81000000000"})
    void acceptsARightKey(String rpps) {
        assertThat(RppsKey.isRight(rpps)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10000000008", "1000000000", "100000000090", "1000000000A", "10 0000 0000 9"})
    void refusesAWrongKeyOrForm(String rpps) {
        assertThat(RppsKey.isRight(rpps)).isFalse();
    }

    @Test
    void everyNumberHasExactlyOneKey() {
        var random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            var number = String.format("%010d", random.nextLong(10_000_000_000L));
            var keys = IntStream.range(0, 10).filter(key -> RppsKey.isRight(number + key));

            assertThat(keys.count()).as(number).isEqualTo(1);
        }
    }

    @Test
    void noticesEveryWrongDigit() {
        for (int position = 0; position < 11; position++) {
            for (int by = 1; by < 10; by++) {
                var digits = new StringBuilder("10101010105");
                var digit = (Character.digit(digits.charAt(position), 10) + by) % 10;
                digits.setCharAt(position, Character.forDigit(digit, 10));

                assertThat(RppsKey.isRight(digits.toString()))
                        .as(digits.toString())
                        .isFalse();
            }
        }
    }
}
