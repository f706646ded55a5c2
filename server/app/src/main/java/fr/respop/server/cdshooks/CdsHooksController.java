package fr.respop.server.cdshooks;

import fr.respop.server.fhir.FhirProperties;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.border.RefusalWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The endpoints of CDS Hooks 2.0, beside the FHIR server. What is refused is told in an OperationOutcome, as there. */
@Controller
class CdsHooksController {

    private final Json json;
    private final Discovery discovery;
    private final HookRequests requests;
    private final CdsHooksService service;
    private final FeedbackStore feedback;
    private final RefusalWriter refusals;
    private final CdsHooksProperties properties;
    private final FhirProperties fhir;

    CdsHooksController(
            Json json,
            Discovery discovery,
            HookRequests requests,
            CdsHooksService service,
            FeedbackStore feedback,
            RefusalWriter refusals,
            CdsHooksProperties properties,
            FhirProperties fhir) {
        this.json = json;
        this.discovery = discovery;
        this.requests = requests;
        this.service = service;
        this.feedback = feedback;
        this.refusals = refusals;
        this.properties = properties;
        this.fhir = fhir;
    }

    @GetMapping("/cds-services")
    void discover(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(response, discovery.services(language(request)));
    }

    @PostMapping("/cds-services/{id}")
    void call(@PathVariable("id") String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var asked = CdsService.of(id);
        var call = requests.read(asked, json.read(body(request)));
        write(response, service.answer(call, language(request), fhirServer(request)));
    }

    @PostMapping("/cds-services/{id}/feedback")
    void feedback(@PathVariable("id") String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var asked = CdsService.of(id);
        feedback.add(asked, Feedback.read(json.read(body(request))));
        write(response, Map.of());
    }

    @ExceptionHandler
    void refuse(Exception failure, HttpServletResponse response) throws IOException {
        refusals.write(response, failure);
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        if (!isJson(request.getContentType())) {
            throw Refusal.of(
                    415,
                    IssueType.NOTSUPPORTED,
                    "Content-Type",
                    "The body is JSON. Send it with Content-Type: application/json.");
        }
        return request.getInputStream().readAllBytes();
    }

    private static boolean isJson(@Nullable String contentType) {
        try {
            return contentType != null
                    && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException malformed) {
            return false;
        }
    }

    private Language language(HttpServletRequest request) {
        return Language.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE), properties.language());
    }

    private String fhirServer(HttpServletRequest request) {
        return fhir.baseUrl() == null
                ? ServletUriComponentsBuilder.fromContextPath(request)
                        .path("/fhir")
                        .toUriString()
                : fhir.baseUrl().toString().replaceAll("/+$", "");
    }

    private void write(HttpServletResponse response, Object answer) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(json.write(answer));
    }
}
