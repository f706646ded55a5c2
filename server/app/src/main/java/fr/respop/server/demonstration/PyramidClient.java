package fr.respop.server.demonstration;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.MeasureReport;
import org.springframework.stereotype.Component;

/** Asks a Respop server for a pyramid. */
@Component
class PyramidClient {

    private static final String REQUEST =
            "%s/Measure/%s/$evaluate-measure?subject=Group/%s&periodStart=2025-01-01&periodEnd=2025-12-31";

    private final FhirContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    PyramidClient(FhirContext context) {
        this.context = context;
    }

    /** Residents in each stratum at the end of 2025, by the stratum's number. */
    Map<String, Integer> residentsByStratum(String base, String measure, String group) {
        var request = HttpRequest.newBuilder(URI.create(REQUEST.formatted(base, measure, group)))
                .header("Accept", "application/fhir+json")
                .build();
        var report = context.newJsonParser().parseResource(MeasureReport.class, body(request));
        var residents = new TreeMap<String, Integer>();
        report.getGroupFirstRep().getStratifier().stream()
                .filter(stratifier -> "stratum".equals(stratifier.getId()))
                .flatMap(stratifier -> stratifier.getStratum().stream())
                .forEach(stratum -> residents.put(
                        stratum.getValue().getText(),
                        stratum.getPopulationFirstRep().getCount()));
        return residents;
    }

    private String body(HttpRequest request) {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(
                        request.uri() + " answered " + response.statusCode() + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new IllegalStateException(request.uri() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking " + request.uri(), e);
        }
    }
}
