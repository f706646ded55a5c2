package fr.respop.server.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.FhirHttp;
import fr.respop.server.FhirReply;
import fr.respop.server.ServerTest;
import java.util.UUID;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class FeedbackIT {

    private static final String PATH = "respop-patient-view/feedback";
    private static final String TIME = "2026-03-01T10:05:31Z";

    private final FhirHttp fhir;
    private final CdsClient client;
    private final UUID card = UUID.randomUUID();

    @Autowired
    FeedbackIT(FhirHttp fhir) {
        this.fhir = fhir;
        this.client = new CdsClient(fhir);
    }

    @Test
    void keepsWhyACardWasDismissed() {
        send("""
                {"feedback": [{"card": "%s", "outcome": "overridden", "outcomeTimestamp": "%s", "overrideReason": {
                  "reason": {"code": "refused", "system": "https://respop.org/fhir/CodeSystem/respop-override-reason"},
                  "userComment": "plus tard"}}]}
                """.formatted(card, TIME)).hasStatus(200);

        var event = stored();

        assertThat(event.getSubtypeFirstRep().getCode()).isEqualTo("overridden");
        assertThat(event.getRecordedElement().getValueAsString()).startsWith("2026-03-01T");
        assertThat(event.getEntityFirstRep().getDescription()).isEqualTo("respop-patient-view");
        assertThat(event.getEntityFirstRep().getDetail())
                .extracting(detail -> detail.getType() + " " + detail.getValue().primitiveValue())
                .containsExactly(
                        "override-reason https://respop.org/fhir/CodeSystem/respop-override-reason|refused",
                        "user-comment plus tard");
    }

    @Test
    void keepsWhichSuggestionsWereTakenUp() {
        var suggestion = UUID.randomUUID();
        send("""
                {"feedback": [{"card": "%s", "outcome": "accepted", "outcomeTimestamp": "%s",
                  "acceptedSuggestions": [{"id": "%s"}]}]}
                """.formatted(card, TIME, suggestion)).hasStatus(200);

        assertThat(stored().getEntityFirstRep().getDetailFirstRep().getValue().primitiveValue())
                .isEqualTo("urn:uuid:" + suggestion);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {}                                                                                     | feedback
            {"feedback": []}                                                                       | feedback
            {"feedback": ["x"]}                                                                    | required
            {"feedback": [{"card": "1", "outcome": "overridden", "outcomeTimestamp": "TIME"}]}     | UUID
            {"feedback": [{"card": "CARD", "outcome": "ignored", "outcomeTimestamp": "TIME"}]}     | accepted or overridden
            {"feedback": [{"card": "CARD", "outcome": "accepted", "outcomeTimestamp": "TIME"}]}    | at least one
            {"feedback": [{"card": "CARD", "outcome": "overridden", "outcomeTimestamp": "today"}]} | time zone
            {"feedback": [{"card": "CARD", "outcome": "overridden"}]}                              | required
            {"feedback": [{"card": "CARD", "outcome": "overridden", "outcomeTimestamp": "TIME", "overrideReason": "x"}]} | object
            {"feedback": [{"card": "CARD", "outcome": "overridden", "outcomeTimestamp": "TIME", "overrideReason": {"reason": {}}}]} | required
            {"feedback": [{"card": "CARD", "outcome": "accepted", "outcomeTimestamp": "TIME", "acceptedSuggestions": [{"id": "1"}]}]} | UUID
            """)
    void refusesWhatItDoesNotUnderstand(String body, String text) {
        var reply = send(body.replace("CARD", card.toString()).replace("TIME", TIME))
                .hasStatus(400);

        assertThat(reply.body()).contains("OperationOutcome", text);
        assertThat(found().getEntry()).isEmpty();
    }

    @Test
    void keepsAllOrNothing() {
        send("""
                {"feedback": [{"card": "%s", "outcome": "overridden", "outcomeTimestamp": "%s"}, {"card": "x"}]}
                """.formatted(card, TIME)).isRefusal(400, IssueType.VALUE, "UUID");

        assertThat(found().getEntry()).isEmpty();
    }

    private FhirReply send(String body) {
        return client.post(PATH, "application/json", body);
    }

    private Bundle found() {
        return fhir.get("AuditEvent?entity-name=" + card).hasStatus(200).as(Bundle.class);
    }

    private AuditEvent stored() {
        assertThat(found().getEntry()).hasSize(1);
        return (AuditEvent) found().getEntryFirstRep().getResource();
    }
}
