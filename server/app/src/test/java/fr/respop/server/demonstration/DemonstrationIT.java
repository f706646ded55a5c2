package fr.respop.server.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.respop.server.DemonstrationTest;
import fr.respop.server.FhirHttp;
import fr.respop.server.demonstration.ReadmeExamples.Example;
import fr.respop.server.fhir.LocalStore;
import fr.respop.territories.Territory;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

/** The demonstration is complete, shows the published pyramids, and answers as the README prints. */
@DemonstrationTest
class DemonstrationIT {

    private static final Map<String, Integer> DIABETES = Map.of("0", 783, "1", 34, "2", 30, "3", 21, "4", 18);
    private static final Map<String, Integer> HEART_FAILURE =
            Map.of("0", 460, "1", 26, "2", 12, "3", 6, "4", 2, "5", 2);
    private static final int RESIDENTS = 3159;

    private final FhirHttp fhir;
    private final PyramidClient pyramids;
    private final DemonstrationLoader loader;
    private final LocalStore store;

    @Autowired
    DemonstrationIT(FhirHttp fhir, PyramidClient pyramids, DemonstrationLoader loader, LocalStore store) {
        this.fhir = fhir;
        this.pyramids = pyramids;
        this.loader = loader;
        this.store = store;
    }

    @Test
    void thePyramidsAreThePublishedOnesAtScale() {
        assertThat(residentsByStratum(ShownPyramid.DIABETES)).isEqualTo(DIABETES);
        assertThat(residentsByStratum(ShownPyramid.HEART_FAILURE)).isEqualTo(HEART_FAILURE);
        assertThat(residents()).isEqualTo(RESIDENTS);
    }

    @ParameterizedTest
    @MethodSource("fr.respop.server.demonstration.ReadmeExamples#read")
    void answersAsTheReadmePrints(Example example) throws JsonProcessingException {
        var json = new ObjectMapper();
        var answer = fhir.get(example.path()).hasStatus(200).body();

        assertThat(JsonPart.isIn(json.readTree(example.answer()), json.readTree(answer)))
                .as("The README prints\n%s\nbut the server answers\n%s", example.answer(), answer)
                .isTrue();
    }

    @Test
    void theReadmeShowsTheFourRequests() {
        assertThat(ReadmeExamples.read())
                .extracting(Example::path)
                .extracting(path -> path.replaceFirst(".*\\$([a-z-]+).*", "$1"))
                .contains("evaluate-measure", "evaluate", "care-gaps", "apply");
    }

    @Test
    void aStartThatWasKilledIsCompletedAndNothingIsStoredTwice() {
        fhir.post("", deletionOfTheRecordOf("aube-et-sezannais-000001")).hasStatus(200);
        store.put(((Task) new Task().setId("respop-demonstration"))
                .setStatus(Task.TaskStatus.INPROGRESS)
                .setIntent(Task.TaskIntent.ORDER));

        loader.run(new DefaultApplicationArguments());

        assertThat(residents()).isEqualTo(RESIDENTS);
        assertThat(residentsByStratum(ShownPyramid.DIABETES)).isEqualTo(DIABETES);
        assertThat(store.find(Task.class, "respop-demonstration").orElseThrow().getStatus())
                .isEqualTo(Task.TaskStatus.COMPLETED);
    }

    private Bundle deletionOfTheRecordOf(String patientId) {
        var record = fhir.get("Patient/" + patientId + "/$everything?_count=1000")
                .hasStatus(200)
                .as(Bundle.class);
        var deletion = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        for (var entry : record.getEntry()) {
            var id = entry.getResource().getIdElement();
            if (!id.getIdPart().startsWith(patientId)) {
                continue;
            }
            deletion.addEntry()
                    .getRequest()
                    .setMethod(Bundle.HTTPVerb.DELETE)
                    .setUrl(id.getResourceType() + "/" + id.getIdPart());
        }
        return deletion;
    }

    private Map<String, Integer> residentsByStratum(ShownPyramid pyramid) {
        return pyramids.residentsByStratum(
                fhir.base().toString().replaceFirst("/$", ""),
                pyramid.measure,
                pyramid.programme.targetPopulationId(Territory.byId("aube-et-sezannais")));
    }

    private int residents() {
        return fhir.get("Patient?_summary=count")
                .hasStatus(200)
                .as(Bundle.class)
                .getTotal();
    }
}
