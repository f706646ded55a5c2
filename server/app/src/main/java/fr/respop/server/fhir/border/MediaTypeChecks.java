package fr.respop.server.fhir.border;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import fr.respop.server.fhir.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Refuses bodies that cannot be read (415) and answers that cannot be written (406) in the format asked for. */
@Interceptor
class MediaTypeChecks {

    private static final String FORMATS = "application/fhir+json or application/fhir+xml";
    private static final Set<String> TABLES = Set.of("$work-list", "$deployment");
    private static final Set<String> PATCHES = Set.of("application/json-patch+json", "application/xml-patch+xml");
    private static final Set<String> PACKAGES =
            Set.of("application/gzip", "application/tar+gzip", "application/x-gzip", "application/octet-stream");

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
    public void check(ServletRequestDetails request) {
        var http = request.getServletRequest();
        // A Binary is the file itself, of whatever type.
        if (!"Binary".equals(request.getResourceName())) {
            checkBody(request, http);
            checkAnswer(request, http);
        }
    }

    private static void checkBody(ServletRequestDetails request, HttpServletRequest http) {
        if (hasBody(http) && !isReadable(request, http.getContentType())) {
            throw Refusal.of(
                    415,
                    IssueType.NOTSUPPORTED,
                    "Content-Type",
                    "The Content-Type of the body is none that is read here. Send " + FORMATS + ".");
        }
        var encoding = http.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equals("gzip") && !encoding.equals("identity")) {
            throw Refusal.of(
                    415,
                    IssueType.NOTSUPPORTED,
                    "Content-Encoding",
                    "A body comes as it is or compressed with gzip. Send Content-Encoding: gzip or none.");
        }
    }

    private static boolean hasBody(HttpServletRequest http) {
        return http.getContentLengthLong() > 0 || http.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private static boolean isReadable(ServletRequestDetails request, @Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        var mediaType = contentType.split(";", 2)[0].strip();
        if (mediaType.equals(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            return isAnswerToQuestions(request);
        }
        return EncodingEnum.forContentType(mediaType) != null
                || (request.getRequestType() == RequestTypeEnum.PATCH && PATCHES.contains(mediaType))
                || ("$install".equals(request.getOperation()) && PACKAGES.contains(mediaType));
    }

    /** Only a search or an operation has parameters that a form can hold. */
    private static boolean isAnswerToQuestions(ServletRequestDetails request) {
        return request.getOperation() != null;
    }

    private static void checkAnswer(ServletRequestDetails request, HttpServletRequest http) {
        var formats = request.getParameters().get("_format");
        var format = formats == null || formats.length == 0 ? null : formats[0];
        if (format != null && EncodingEnum.forContentType(format) == null) {
            throw notAcceptable("_format");
        }
        var accept = http.getHeader(HttpHeaders.ACCEPT);
        if (format == null && accept != null && !accept.isBlank() && !isWritable(accept) && !isTable(request, accept)) {
            throw notAcceptable("Accept");
        }
    }

    private static boolean isTable(ServletRequestDetails request, String accept) {
        return request.getOperation() != null
                && TABLES.contains(request.getOperation())
                && accept.strip().startsWith("text/csv");
    }

    private static Refusal notAcceptable(String element) {
        return Refusal.of(
                406,
                IssueType.NOTSUPPORTED,
                element,
                "The format asked for in " + element + " is none that is written here. Ask for " + FORMATS + ".");
    }

    private static boolean isWritable(String accept) {
        try {
            return MediaType.parseMediaTypes(accept).stream()
                    .anyMatch(range -> range.isWildcardType()
                            || range.isWildcardSubtype()
                            || EncodingEnum.forContentType(range.getType() + "/" + range.getSubtype()) != null);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
