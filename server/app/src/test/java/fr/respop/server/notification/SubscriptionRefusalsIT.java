package fr.respop.server.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fr.respop.server.FhirHttp;
import fr.respop.server.ServerTest;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelType;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.hl7.fhir.r4.model.UnsignedIntType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What could not be served is refused when it is written, with its element and the cure. */
@ServerTest
class SubscriptionRefusalsIT {

    private static final String ENDPOINT = "https://gp.example.org/notifications";

    private final FhirHttp fhir;
    private final Subscribing subscribing;

    @Autowired
    SubscriptionRefusalsIT(FhirHttp fhir) {
        this.fhir = fhir;
        this.subscribing = new Subscribing(fhir);
    }

    @AfterEach
    void unsubscribe() {
        subscribing.deleteAll();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void isRefused(String fault, String element, Consumer<Subscription> make) {
        var subscription = subscribing.toProposals(ENDPOINT);
        make.accept(subscription);

        var refusal = fhir.put(Subscribing.path(subscription), subscription).hasStatus(422);

        assertThat(refusal.as(OperationOutcome.class).getIssue())
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.getExpression().get(0).getValue()).isEqualTo("Subscription." + element);
                    assertThat(issue.getDiagnostics()).isNotBlank();
                });
        fhir.get(Subscribing.path(subscription)).hasStatus(404);
        fhir.get(Subscribing.path(subscription) + "/$status").hasStatus(404);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("unknown topic", "criteria", one -> one.setCriteria(Subscribing.TOPICS + "moon-landing")),
                fault("active by the client", "status", one -> one.setStatus(SubscriptionStatus.ACTIVE)),
                fault("end in the past", "end", one -> one.setEndElement(new InstantType("2020-01-01T00:00:00Z"))),
                fault("websocket", "channel.type", one -> one.getChannel().setType(SubscriptionChannelType.WEBSOCKET)),
                fault("no endpoint", "channel.endpoint", one -> one.getChannel().setEndpoint(null)),
                fault("relative endpoint", "channel.endpoint", one -> endpoint(one, "/notifications")),
                fault("endpoint that is no address", "channel.endpoint", one -> endpoint(one, "https://a b")),
                fault("endpoint of another scheme", "channel.endpoint", one -> endpoint(one, "ftp://gp.example.org/")),
                fault("http to another machine", "channel.endpoint", one -> endpoint(one, "http://gp.example.org/")),
                fault(
                        "http to what only looks like loopback",
                        "channel.endpoint",
                        one -> endpoint(one, "http://127.0.0.1.example.org/")),
                fault("password in the endpoint", "channel.endpoint", one -> endpoint(one, "https://a:b@example.org/")),
                fault(
                        "other payload",
                        "channel.payload",
                        one -> one.getChannel().setPayload("text/csv")),
                fault("other content", "channel.payload.extension", one -> Subscribing.withContent(one, "some")),
                fault(
                        "header without a value",
                        "channel.header",
                        one -> one.getChannel().addHeader("Authorization")),
                fault(
                        "header of HTTP",
                        "channel.header",
                        one -> one.getChannel().addHeader("Host: example.org")),
                fault("content type", "channel.header", one -> one.getChannel().addHeader("content-type: text/csv")),
                fault("heartbeat of 0 s", "channel.extension", one -> Subscribing.withHeartbeat(one, 0)),
                fault(
                        "timeout of an hour",
                        "channel.extension",
                        one -> one.getChannel().addExtension(TopicSubscription.TIMEOUT, new UnsignedIntType(3600))),
                fault(
                        "number that is none",
                        "channel.extension",
                        one -> one.getChannel().addExtension(TopicSubscription.MAX_COUNT, new CodeType("many"))),
                fault("too many events", "channel.extension", one -> Subscribing.withMaximumCount(one, 1001)),
                filter("filter on another type", "Patient?patient=Patient/1"),
                filter("unknown filter", "RiskAssessment?risk=diabetes-4"),
                filter("filter with a modifier", "RiskAssessment?patient:missing=true"),
                filter("filter without a value", "RiskAssessment?patient"),
                filter("empty filter", ""),
                filter("unknown resident", "RiskAssessment?patient=Patient/nobody"),
                filter("resident of another server", "RiskAssessment?patient=https://example.org/fhir/Patient/1"),
                filter("value that is no text", "RiskAssessment?patient=%zz"),
                filter("unknown practitioner", "RiskAssessment?general-practitioner=Practitioner/nobody"),
                filter("unknown programme", "RiskAssessment?programme=asthma"),
                filter("unknown territory", "RiskAssessment?territory=Group/nothing"));
    }

    private static Arguments fault(String name, String element, Consumer<Subscription> make) {
        return arguments(name, element, make);
    }

    private static Arguments filter(String name, String criteria) {
        return fault(
                name,
                "criteria.extension",
                one -> one.getCriteriaElement().getExtensionFirstRep().setValue(new StringType(criteria)));
    }

    private static void endpoint(Subscription subscription, String endpoint) {
        subscription.getChannel().setEndpoint(endpoint);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        var subscription = subscribing.toProposals("ftp://gp.example.org/").setCriteria(Subscribing.TOPICS + "other");
        subscription.getChannel().setPayload("text/csv");

        var refusal = fhir.put(Subscribing.path(subscription), subscription).hasStatus(422);

        assertThat(refusal.as(OperationOutcome.class).getIssue()).hasSize(3);
    }

    @Test
    void theTopicStays() {
        var subscription = subscribing.store(subscribing.toProposals(ENDPOINT));

        subscription.setCriteria(Subscribing.TOPICS + "stratum-confirmed");
        fhir.put(Subscribing.path(subscription), subscription)
                .isRefusal(422, OperationOutcome.IssueType.BUSINESSRULE, "The topic of a Subscription stays");
        subscription.setCriteria("RiskAssessment?risk=x").getMeta().getProfile().clear();
        fhir.put(Subscribing.path(subscription), subscription)
                .isRefusal(422, OperationOutcome.IssueType.BUSINESSRULE, "does not become");
    }
}
