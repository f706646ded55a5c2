package fr.respop.server.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.respop.server.FhirHttp;
import fr.respop.server.ServerTest;
import fr.respop.server.fhir.LocalStore;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

/** As on a server that a new user starts, the residents of the demonstration are proposed strata while they come in. */
@ServerTest
class DemonstrationStrataIT {

    private static final int FEW = 10_000;
    private static final Duration SOON = Duration.ofSeconds(60);

    private final FhirHttp fhir;
    private final LocalStore store;

    @Autowired
    DemonstrationStrataIT(FhirHttp fhir, LocalStore store) {
        this.fhir = fhir;
        this.store = store;
    }

    @ParameterizedTest
    @ValueSource(strings = {"diabetes", "heart-failure"})
    void everyResidentOfAPopulationIsProposedAStratum(String programme) {
        load();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(whatIsLeftToDo(programme))
                        .isNotEmpty()
                        .allSatisfy(found -> {
                            assertThat(found.getName()).isEqualTo("count");
                            assertThat(found.getPartFirstRep().getValue().primitiveValue())
                                    .isEqualTo("unchanged");
                        }));
    }

    private List<ParametersParameterComponent> whatIsLeftToDo(String programme) {
        var path = "Group/aube-et-sezannais-" + programme + "/$stratify?dryRun=true";
        return fhir.send(fhir.request(path).POST(BodyPublishers.noBody()))
                .hasStatus(200)
                .as(Parameters.class)
                .getParameter();
    }

    /** Goes on with a loading that was begun, as the database is not empty; the second time there is nothing left. */
    private void load() {
        store.put(((Task) new Task().setId("respop-demonstration"))
                .setStatus(Task.TaskStatus.INPROGRESS)
                .setIntent(Task.TaskIntent.ORDER));
        var properties = new DemonstrationProperties(true, "aube-et-sezannais", FEW, 2025);
        new DemonstrationLoader(properties, store).run(new DefaultApplicationArguments());
    }
}
