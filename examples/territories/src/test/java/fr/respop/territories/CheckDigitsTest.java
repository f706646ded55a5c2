package fr.respop.territories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckDigitsTest {

    @ParameterizedTest
    @CsvSource({
        "2690549588157, 80",
        "1234567890122, 12",
        "1850578006084, 91",
        "2550699999001, 62",
        "255082A004013, 82",
        "168062B033017, 71"
    })
    void nirKeysAreThoseOfKnownNumbersIncludingCorsicanOnes(String nir, String key) {
        assertThat(CheckDigits.nirKey(nir)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"1000000000, 9", "1010101010, 5", "8100000000, 0"})
    void luhnDigitsAreThoseOfKnownNumbers(String digits, int check) {
        assertThat(CheckDigits.luhn(digits)).isEqualTo(check);
    }
}
