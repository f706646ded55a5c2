package fr.respop.server.demonstration;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.MeasureReport;
import org.springframework.stereotype.Component;

/** Asks a Respop server for a pyramid. */
@Component
class PyramidClient {

    private static final String REQUEST =
            "%s/Measure/%s/$evaluate-measure?subject=Group/%s&periodStart=2025-01-01&periodEnd=2025-12-31";

    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int TOO_COSTLY = 422;
    private static final long PAUSE_MILLIS = 1_000;

    private final FhirContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    PyramidClient(FhirContext context) {
        this.context = context;
    }

    /** Residents in each stratum at the end of 2025, by the stratum's number. */
    Map<String, Integer> residentsByStratum(String base, String measure, String group) {
        var report = report(URI.create(REQUEST.formatted(base, measure, group)));
        var residents = new TreeMap<String, Integer>();
        report.getGroupFirstRep().getStratifier().stream()
                .filter(stratifier -> "stratum".equals(stratifier.getId()))
                .flatMap(stratifier -> stratifier.getStratum().stream())
                .forEach(stratum -> residents.put(
                        stratum.getValue().getText(),
                        stratum.getPopulationFirstRep().getCount()));
        return residents;
    }

    /** Asynchronously only if need be: then the report is stored. */
    private MeasureReport report(URI address) {
        var answer = send(request(address));
        return answer.statusCode() == TOO_COSTLY ? asynchronousReport(address) : parse(MeasureReport.class, answer);
    }

    private MeasureReport asynchronousReport(URI address) {
        var answer = send(request(address).header("Prefer", "respond-async"));
        var state = URI.create(answer.headers().firstValue("Content-Location").orElseThrow());
        while (answer.statusCode() == ACCEPTED) {
            pause();
            answer = send(request(state));
        }
        return (MeasureReport) parse(Bundle.class, answer).getEntryFirstRep().getResource();
    }

    private <T extends IBaseResource> T parse(Class<T> type, HttpResponse<String> answer) {
        if (answer.statusCode() != OK) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return context.newJsonParser().parseResource(type, answer.body());
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).header("Accept", "application/fhir+json");
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) {
        var request = builder.build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(request.uri() + " does not answer", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** The server evaluates in the background, and this thread has nothing else to do: it asks again after a while. */
    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted while asking for a pyramid", e);
    }
}
