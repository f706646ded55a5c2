package fr.respop.server.fhir;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import fr.respop.server.FhirHttp;
import fr.respop.server.ServerTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelType;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class SubscriptionIT {

    private final FhirHttp fhir;
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private HttpServer receiver;

    @Autowired
    SubscriptionIT(FhirHttp fhir) {
        this.fhir = fhir;
    }

    @BeforeEach
    void startReceiver() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void stopReceiver() {
        fhir.delete("Subscription/family-watched");
        receiver.stop(0);
    }

    @Test
    void aSubscriberIsSentWhatMatchesAndNothingElse() throws InterruptedException {
        fhir.put("Subscription/family-watched", subscription()).hasStatus(201);
        await().atMost(60, SECONDS)
                .until(() -> fhir.get("Subscription/family-watched")
                                .as(Subscription.class)
                                .getStatus()
                        == SubscriptionStatus.ACTIVE);

        fhir.post("Patient", named("Unwatched")).hasStatus(201);
        fhir.post("Patient", named("Watched")).hasStatus(201);

        assertThat(received.poll(60, SECONDS)).contains("\"family\":\"Watched\"");
        assertThat(received).isEmpty();
    }

    private Subscription subscription() {
        var subscription = new Subscription();
        subscription.setId("family-watched");
        subscription.setStatus(SubscriptionStatus.REQUESTED).setReason("Test").setCriteria("Patient?family=Watched");
        subscription
                .getChannel()
                .setType(SubscriptionChannelType.RESTHOOK)
                .setPayload("application/fhir+json")
                .setEndpoint("http://127.0.0.1:" + receiver.getAddress().getPort());
        return subscription;
    }

    private static Patient named(String family) {
        var patient = new Patient();
        patient.addName().setFamily(family);
        return patient;
    }
}
