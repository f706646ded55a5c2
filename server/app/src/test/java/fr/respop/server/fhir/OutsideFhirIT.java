package fr.respop.server.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.FhirHttp;
import fr.respop.server.OnAnyDatabase;
import fr.respop.server.ServerTest;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.server.Shutdown;

@OnAnyDatabase
@ServerTest
class OutsideFhirIT {

    private final FhirHttp fhir;
    private final ServerProperties settings;

    @Autowired
    OutsideFhirIT(FhirHttp fhir, ServerProperties settings) {
        this.fhir = fhir;
        this.settings = settings;
    }

    @Test
    void theRootLeadsToTheCapabilityStatement() {
        var reply = fhir.get("/").hasStatus(302);

        assertThat(reply.header("Location"))
                .hasValueSatisfying(address -> assertThat(address).endsWith("/fhir/metadata"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/error",
                "/actuator/env",
                "/actuator/heapdump",
                "/h2-console",
                "/swagger-ui.html",
                "/v3/api-docs"
            })
    void nothingElseIsThere(String path) {
        fhir.get(path).isRefusal(404, IssueType.NOTFOUND, "/fhir");
        assertThat(fhir.send(fhir.request(path).header("Accept", "text/html")).body())
                .doesNotContain("<html");
    }

    @Test
    void healthSaysThatTheServerLivesAndIsReady() {
        assertThat(fhir.get("/actuator/health/liveness").hasStatus(200).body()).contains("\"UP\"");
        assertThat(fhir.get("/actuator/health/readiness").hasStatus(200).body()).contains("\"UP\"");
        assertThat(fhir.get("/actuator/health").hasStatus(200).body()).contains("\"UP\"");
    }

    @Test
    void metricsAreInPrometheusFormat() {
        assertThat(fhir.get("/actuator/prometheus").hasStatus(200).body())
                .contains("# TYPE jvm_memory_used_bytes gauge", "hikaricp_connections");
    }

    @Test
    void aStopWaitsForTheRequestsThatAreBeingAnswered() {
        assertThat(settings.getShutdown()).isEqualTo(Shutdown.GRACEFUL);
    }
}
