package fr.respop.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/**
 * The server under test as a client sees it: plain HTTP, so that a test reads like the {@code curl} it stands for.
 *
 * <p>Paths are relative to the FHIR base ({@code "Patient/1"}); a path that starts with a slash is relative to the
 * host ({@code "/actuator/health"}). Blanks and bars in a path are encoded; anything else is sent as it is.
 */
public final class FhirHttp {

    private static final String FHIR_JSON = "application/fhir+json";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;

    FhirHttp(int port) {
        this.base = URI.create("http://127.0.0.1:" + port + "/fhir/");
    }

    /** The FHIR base address of the server, ending in a slash. */
    public URI base() {
        return base;
    }

    public FhirReply get(String path) {
        return send(request(path));
    }

    public FhirReply delete(String path) {
        return send(request(path).DELETE());
    }

    public FhirReply post(String path, IBaseResource resource) {
        return post(path, FhirReply.encode(resource));
    }

    public FhirReply post(String path, String json) {
        return send(request(path).header("Content-Type", FHIR_JSON).POST(BodyPublishers.ofString(json)));
    }

    public FhirReply put(String path, IBaseResource resource) {
        return put(path, FhirReply.encode(resource));
    }

    public FhirReply put(String path, String json) {
        return send(request(path).header("Content-Type", FHIR_JSON).PUT(BodyPublishers.ofString(json)));
    }

    /** A request to complete by hand (headers, method) and to hand to {@link #send}. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path.replace(" ", "%20").replace("|", "%7C")));
    }

    public FhirReply send(HttpRequest.Builder request) {
        try {
            return new FhirReply(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Sends a request that no HTTP client would: any request line, any Host. The answer as it came, head and body.
     */
    public String sendRaw(String requestLine, String host) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), base.getPort())) {
            var request = requestLine + "\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Setup {

        /** Made on first use, because the port is known only once the server listens. */
        @Bean
        @Lazy
        FhirHttp fhirHttp(@Value("${local.server.port}") int port) {
            return new FhirHttp(port);
        }
    }
}
