package fr.respop.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.FhirHttp;
import fr.respop.server.OnAnyDatabase;
import fr.respop.server.ServerTest;
import java.io.IOException;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@OnAnyDatabase
@ServerTest
class LocalRequestsIT {

    private static final String REQUEST = "GET /actuator/health HTTP/1.1";

    private final FhirHttp fhir;

    @Autowired
    LocalRequestsIT(FhirHttp fhir) {
        this.fhir = fhir;
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1", "127.1.2.3:80", "[::1]", "[::1]:8080"})
    void answersRequestsForThisMachine(String host) throws IOException {
        assertThat(fhir.sendRaw(REQUEST, host)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "respop.example",
                "localhost.respop.example",
                "127.0.0.1.respop.example",
                "192.0.2.1",
                "[2001:db8::1]"
            })
    void refusesRequestsForAnotherNameThatLeadsHere(String host) throws IOException {
        assertThat(fhir.sendRaw(REQUEST, host))
                .startsWith("HTTP/1.1 403")
                .contains("OperationOutcome", "\"forbidden\"", "localhost");
        assertThat(fhir.sendRaw("GET /fhir/Patient HTTP/1.1", host)).startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://respop.example", "http://localhost.respop.example", "null", "not an origin"})
    void refusesRequestsOfAPageOfAnotherServer(String origin) {
        fhir.send(fhir.request("metadata").header("Origin", origin)).isRefusal(403, IssueType.FORBIDDEN, "localhost");
    }

    @Test
    void answersAPageOfThisMachineWithoutOpeningToOthers() {
        var reply = fhir.send(fhir.request("metadata").header("Origin", "http://localhost:3000"))
                .hasStatus(200);

        assertThat(reply.header("Access-Control-Allow-Origin")).isEmpty();
    }
}
