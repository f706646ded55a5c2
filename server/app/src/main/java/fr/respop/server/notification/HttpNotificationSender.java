package fr.respop.server.notification;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.springframework.stereotype.Component;

/** Posts notifications to the endpoints of their Subscriptions. */
@Component
class HttpNotificationSender implements NotificationSender {

    private static final int GONE = 410;

    private final FhirContext context;
    private final Duration usualTimeout;
    private final HttpClient http;

    HttpNotificationSender(FhirContext context, NotificationProperties properties) {
        this.context = context;
        this.usualTimeout = properties.timeout();
        this.http = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                // Where data of residents go is what was written into the Subscription, not what a receiver answers.
                .followRedirects(Redirect.NEVER)
                .connectTimeout(properties.timeout())
                .build();
    }

    @Override
    public Answer send(TopicSubscription to, Bundle notification) {
        var timeout = to.timeout().orElse(usualTimeout);
        try {
            return answer(http.send(request(to, notification, timeout), BodyHandlers.discarding()));
        } catch (HttpTimeoutException late) {
            return Answer.failed("The receiver did not answer within " + timeout.toSeconds() + " s.");
        } catch (IOException unreachable) {
            return Answer.failed("The receiver could not be reached.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.failed("The server was stopped.");
        }
    }

    private HttpRequest request(TopicSubscription to, Bundle notification, Duration timeout) {
        var request = HttpRequest.newBuilder(to.endpoint())
                .timeout(timeout)
                .header("Content-Type", to.mimeType())
                .POST(BodyPublishers.ofString(to.encoding().newParser(context).encodeResourceToString(notification)));
        to.headers().forEach(header -> {
            var nameAndValue = header.split(":", 2);
            request.header(nameAndValue[0].strip(), nameAndValue[1].strip());
        });
        return request.build();
    }

    private static Answer answer(HttpResponse<Void> response) {
        var status = response.statusCode();
        return status >= 200 && status < 300
                ? Answer.ARRIVED
                : new Answer(
                        Optional.of("The receiver answered with the status " + status + "."),
                        status == GONE,
                        response.headers().firstValue("Retry-After").flatMap(HttpNotificationSender::seconds));
    }

    private static Optional<Duration> seconds(String retryAfter) {
        return retryAfter.matches("\\d{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)))
                : Optional.empty();
    }
}
