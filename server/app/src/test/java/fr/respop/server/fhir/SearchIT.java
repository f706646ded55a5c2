package fr.respop.server.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.FhirHttp;
import fr.respop.server.ServerTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class SearchIT {

    private static final String SYSTEM = "https://example.org/search";

    private final FhirHttp fhir;

    @Autowired
    SearchIT(FhirHttp fhir) {
        this.fhir = fhir;
    }

    /** Two residents of this test's own, of whom one has an observation; sent again, nothing changes. */
    @BeforeEach
    void storeTwoResidents() {
        for (var id : List.of("search-a", "search-b")) {
            var patient = new Patient();
            patient.setId(id);
            patient.addIdentifier().setSystem(SYSTEM).setValue(id);
            patient.addName().setFamily("Searched");
            fhir.put("Patient/" + id, patient);
        }
        var observation = new Observation();
        observation.setId("search-o");
        observation.setStatus(ObservationStatus.FINAL).setSubject(new Reference("Patient/search-a"));
        observation.getCode().addCoding().setSystem(SYSTEM).setCode("hba1c");
        fhir.put("Observation/search-o", observation);
    }

    @Test
    void aSearchAnswersInPagesThatAddUp() {
        var found = new ArrayList<String>();
        var page = fhir.get("Patient?identifier=" + SYSTEM + "|&_count=1&_sort=_id")
                .as(Bundle.class);
        while (true) {
            found.addAll(ids(page));
            var next = page.getLink(Bundle.LINK_NEXT);
            if (next == null) {
                break;
            }
            page = fhir.get(next.getUrl()).hasStatus(200).as(Bundle.class);
        }

        assertThat(found).containsExactly("search-a", "search-b");
    }

    @Test
    void includesWhatAResultRefersTo() {
        assertThat(search("Observation?_id=search-o&_include=Observation:subject"))
                .containsExactly("search-o", "search-a");
    }

    @Test
    void includesWhatRefersToAResult() {
        assertThat(search("Patient?_id=search-a&_revinclude=Observation:subject"))
                .containsExactly("search-a", "search-o");
    }

    @Test
    void selectsByWhatRefersToAResult() {
        assertThat(search("Patient?identifier=" + SYSTEM + "|&_has:Observation:subject:code=" + SYSTEM + "|hba1c"))
                .containsExactly("search-a");
    }

    @Test
    void selectsByAnElementOfWhatItRefersTo() {
        assertThat(search("Observation?subject:Patient.identifier=" + SYSTEM + "|search-a"))
                .containsExactly("search-o");
    }

    @Test
    void aSearchMaySendItsParametersAsAForm() {
        var form = fhir.request("Patient/_search")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_id=search-b"));

        assertThat(ids(fhir.send(form).hasStatus(200).as(Bundle.class))).containsExactly("search-b");
    }

    @Test
    void everythingIsTheResidentAndTheRecord() {
        assertThat(search("Patient/search-a/$everything")).containsExactlyInAnyOrder("search-a", "search-o");
    }

    @Test
    void aSearchSeesTheWriteBeforeIt() {
        assertThat(search("Patient?family=Fresh")).isEmpty();

        var patient = new Patient();
        patient.addName().setFamily("Fresh");
        fhir.post("Patient", patient).hasStatus(201);

        assertThat(search("Patient?family=Fresh")).hasSize(1);
    }

    private List<String> search(String path) {
        return ids(fhir.get(path).hasStatus(200).as(Bundle.class));
    }

    private static List<String> ids(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(entry -> entry.getResource().getIdElement().getIdPart())
                .toList();
    }
}
