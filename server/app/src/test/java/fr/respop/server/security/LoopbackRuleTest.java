package fr.respop.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.respop.server.ServerApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class LoopbackRuleTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.9.9.9", "::1", "[::1]", "localhost"})
    void loopbackAddressesNeedNoAccessControl(String address) {
        assertThatCode(() -> LoopbackRule.check(settings(address))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "no-such-host.invalid", ""})
    void anyOtherAddressIsRefused(String address) {
        assertThatExceptionOfType(UnprotectedServer.class)
                .isThrownBy(() -> LoopbackRule.check(settings(address)))
                .withMessageContaining("server.address");
    }

    @Test
    void noAddressMeansAllAndIsRefused() {
        assertThatExceptionOfType(UnprotectedServer.class)
                .isThrownBy(() -> LoopbackRule.check(new MockEnvironment()))
                .withMessageContaining("server.address is not set, which means all addresses");
    }

    @Test
    void aManagementPortOfItsOwnNeedsALoopbackAddressOfItsOwn() {
        var settings = settings("127.0.0.1").withProperty("management.server.port", "9090");

        assertThatExceptionOfType(UnprotectedServer.class)
                .isThrownBy(() -> LoopbackRule.check(settings))
                .withMessageContaining("management.server.address");
        assertThatCode(() -> LoopbackRule.check(settings.withProperty("management.server.address", "127.0.0.1")))
                .doesNotThrowAnyException();
    }

    @Test
    void anIssuerIsRefusedAsLongAsTokensAreNotChecked() {
        var settings = settings("127.0.0.1").withProperty("respop.security.oidc-issuer", "https://issuer.example");

        assertThatExceptionOfType(UnprotectedServer.class)
                .isThrownBy(() -> LoopbackRule.check(settings))
                .withMessageContaining("respop.security.oidc-issuer");
    }

    @Test
    void aServerThatWouldBeOpenToTheNetworkDoesNotStartAndSaysWhatToSet(CapturedOutput output) {
        assertThatCode(() -> SpringApplication.run(
                        ServerApplication.class,
                        "--server.address=0.0.0.0",
                        "--server.port=0",
                        "--spring.datasource.url=jdbc:h2:mem:unopened"))
                .isInstanceOf(UnprotectedServer.class);

        assertThat(output)
                .contains("APPLICATION FAILED TO START", "server.address is 0.0.0.0", "Set server.address to 127.0.0.1")
                .doesNotContain("HikariPool", "Tomcat initialized");
    }

    private static MockEnvironment settings(String serverAddress) {
        return new MockEnvironment().withProperty("server.address", serverAddress);
    }
}
