package fr.respop.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** What the server under test answered. */
public final class FhirReply {

    private final HttpResponse<String> response;

    FhirReply(HttpResponse<String> response) {
        this.response = response;
    }

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** The resource in the body; fails, showing the body, when it is of another type. */
    public <T extends IBaseResource> T as(Class<T> type) {
        assertThat(body()).as("answer with status %d", status()).contains("\"resourceType\":\"" + type.getSimpleName());
        return parser().parseResource(type, body());
    }

    /** Fails, showing the body, when the status is another. */
    public FhirReply hasStatus(int expected) {
        assertThat(status()).as(body()).isEqualTo(expected);
        return this;
    }

    /** The resource was created or replaced. */
    public FhirReply isStored() {
        assertThat(status()).as(body()).isIn(200, 201);
        return this;
    }

    /**
     * The request was refused as a client can understand it: the status, an OperationOutcome with an error of the
     * given code, and a text that holds every given part.
     */
    public FhirReply isRefusal(int expectedStatus, IssueType code, String... textParts) {
        hasStatus(expectedStatus);
        var outcome = as(OperationOutcome.class);
        var errors = outcome.getIssue().stream()
                .filter(issue ->
                        issue.getSeverity() == IssueSeverity.ERROR || issue.getSeverity() == IssueSeverity.FATAL)
                .toList();
        assertThat(errors)
                .as(body())
                .extracting(OperationOutcome.OperationOutcomeIssueComponent::getCode)
                .contains(code);
        var text = errors.stream().map(issue -> issue.getDiagnostics()).collect(Collectors.joining("\n"));
        assertThat(textParts).allSatisfy(part -> assertThat(text).contains(part));
        assertThat(body())
                .as("internals must not leak")
                .doesNotContain(
                        "Exception", "\tat ", "ca.uhn.fhir", "org.hl7.fhir", "org.hibernate", "select ", "insert ");
        return this;
    }

    static String encode(IBaseResource resource) {
        return parser().encodeResourceToString(resource);
    }

    private static IParser parser() {
        return FhirContext.forR4Cached().newJsonParser();
    }
}
