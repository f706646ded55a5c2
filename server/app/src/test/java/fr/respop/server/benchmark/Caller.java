package fr.respop.server.benchmark;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ListResource;
import org.hl7.fhir.r4.model.MeasureReport;

/** A client on the same machine. */
final class Caller {

    static final String FHIR_JSON = "application/fhir+json";

    private static final int ACCEPTED = 202;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;

    Caller(int port) {
        this.base = URI.create("http://127.0.0.1:" + port + "/fhir/");
    }

    String get(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)));
    }

    private String send(HttpRequest.Builder request) {
        return answer(request).body();
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() > 299) {
                throw new IllegalStateException(response.statusCode() + " " + response.body());
            }
            return response;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    List<String> ids(String type) {
        var ids = new ArrayList<String>();
        var page = bundle(get(type + "?_count=1000&_elements=id"));
        while (true) {
            page.getEntry().forEach(entry -> ids.add(entry.getResource().getIdPart()));
            var next = page.getLink("next");
            if (next == null) {
                return ids;
            }
            page = bundle(send(HttpRequest.newBuilder(URI.create(next.getUrl()))));
        }
    }

    /** Every member of the initial population of a report that lists them. */
    List<String> members(String path) {
        var report = FhirContext.forR4Cached().newJsonParser().parseResource(MeasureReport.class, get(path));
        var list = report.getGroupFirstRep()
                .getPopulationFirstRep()
                .getSubjectResults()
                .getReference();
        return report.getContained().stream()
                .filter(ListResource.class::isInstance)
                .filter(contained -> list.equals("#" + contained.getIdPart()) || list.equals(contained.getId()))
                .flatMap(found -> ((ListResource) found).getEntry().stream())
                .map(entry -> entry.getItem().getReference())
                .toList();
    }

    /** Parameters that name every installed measure whose id is accepted. */
    String measures(Predicate<String> isWanted) {
        return ids("Measure").stream()
                .filter(isWanted)
                .map(id -> "&measureId=" + id)
                .collect(Collectors.joining());
    }

    void addResult(String patient) {
        var result = """
                {"resourceType":"Observation","status":"final","subject":{"reference":"%s"},
                 "code":{"coding":[{"system":"http://loinc.org","code":"4548-4"}]},"effectiveDateTime":"2025-11-03",
                 "valueQuantity":{"value":7.1,"unit":"%%","system":"http://unitsofmeasure.org","code":"%%"}}""".formatted(patient);
        post("Observation", FHIR_JSON, result);
    }

    void transaction(String bundle) {
        post("", FHIR_JSON, bundle);
    }

    void post(String path, String contentType, String body) {
        send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body)));
    }

    /** The result of a request that goes on in the background. */
    String async(String path, String body) {
        var status = answer(HttpRequest.newBuilder(base.resolve(path))
                        .header("Content-Type", FHIR_JSON)
                        .header("Prefer", "respond-async")
                        .POST(BodyPublishers.ofString(body)))
                .headers()
                .firstValue("Content-Location")
                .orElseThrow();
        while (true) {
            var answer = answer(HttpRequest.newBuilder(URI.create(status)));
            if (answer.statusCode() != ACCEPTED) {
                return answer.body();
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private static Bundle bundle(String json) {
        return FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, json);
    }
}
