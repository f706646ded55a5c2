package fr.respop.server.notification;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hl7.fhir.r4.model.Bundle;

/** Software of a subscriber: a small HTTP server on a port of its own, which can be down and come back. */
final class Receiver {

    private final List<Notification> accepted = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private int port;
    private HttpServer server;

    Receiver() {
        start();
    }

    void start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        port = server.getAddress().getPort();
        server.createContext("/", this::receive);
        server.start();
    }

    void stop() {
        server.stop(0);
    }

    /** From now on answers with this status. */
    void answer(int with) {
        status = with;
    }

    String endpoint() {
        return "http://127.0.0.1:" + port + "/notifications";
    }

    private void receive(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders();
        if (status == 200) {
            var type = headers.getFirst("Content-Type");
            var parser = EncodingEnum.forContentType(type).newParser(FhirContext.forR4Cached());
            accepted.add(new Notification(
                    parser.parseResource(Bundle.class, body), type, String.valueOf(headers.getFirst("Authorization"))));
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    /** What was received and answered with 200, in order. */
    List<Notification> accepted() {
        return List.copyOf(accepted);
    }

    List<Notification> accepted(String type) {
        return accepted.stream()
                .filter(notification -> notification.status("type").equals(type))
                .toList();
    }

    List<Notification> events() {
        return accepted("event-notification");
    }
}
