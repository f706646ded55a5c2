package fr.respop.server.fhir.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kept results are those of one code. */
class ServerVersionTest {

    @Test
    void aReleaseFindsAgainWhatItKept() {
        assertThat(KeptResults.serverVersion("1.2.0")).isEqualTo(KeptResults.serverVersion("1.2.0"));
        assertThat(KeptResults.serverVersion("1.2.0")).isNotEqualTo(KeptResults.serverVersion("1.2.1"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"0.1.0-SNAPSHOT", "1.2.0-SNAPSHOT"})
    void anyOtherBuildForgetsWhatItKeptWhenItStops(String version) {
        assertThat(KeptResults.serverVersion(version)).isNotEqualTo(KeptResults.serverVersion(version));
    }
}
