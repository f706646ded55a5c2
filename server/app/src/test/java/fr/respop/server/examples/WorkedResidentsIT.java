package fr.respop.server.examples;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.FhirHttp;
import fr.respop.server.OnAnyDatabase;
import fr.respop.server.ServerTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The worked residents of examples/strata, one a stratum: their README shows what the server answers.
 *
 * <p>{@code -Dexamples.update} writes the answers into the README; read the difference before you keep it.
 */
@OnAnyDatabase
@ServerTest
class WorkedResidentsIT {

    private static final Path EXAMPLES = Path.of("../../examples/strata");
    private static final Path README = EXAMPLES.resolve("README.md");
    private static final String YEAR = "periodStart=2025-01-01&periodEnd=2025-12-31";

    private final FhirHttp fhir;

    @Autowired
    WorkedResidentsIT(FhirHttp fhir) {
        this.fhir = fhir;
    }

    @Test
    void everyStratumHasAResidentWhoseReadmeShowsTheAnswers() throws IOException {
        var readme = new WorkedReadme(Files.readString(README));
        for (Population population : Population.values()) {
            for (int stratum = 0; stratum <= population.highestStratum; stratum++) {
                var resident = population.code + "-" + stratum;
                store(resident);
                var answer = answer(population, resident);
                assertThat(answer.stratum()).as("stratum of " + resident).isEqualTo(stratum);
                readme = readme.with(resident, answer.toMarkdown());
            }
        }
        if (System.getProperty("examples.update") != null) {
            Files.writeString(README, readme.text());
        }
        assertThat(Files.readString(README)).isEqualTo(readme.text());
    }

    private WorkedResident answer(Population population, String resident) {
        var subject = "subject=Patient/" + resident + "&" + YEAR;
        var facts = fhir.get("Library/" + population.name + "Strata/$evaluate?" + subject
                        + "&expression=Stratum&expression=Criteria&expression=Missing%20Data&expression=Provisional")
                .hasStatus(200)
                .as(Parameters.class);
        var plan = fhir.get("PlanDefinition/" + population.name + "Pathway/$apply?" + subject)
                .hasStatus(200)
                .as(CarePlan.class);
        var gaps = (Bundle) fhir.get("Measure/$care-gaps?status=open-gap&status=prospective-gap&" + subject)
                .hasStatus(200)
                .as(Parameters.class)
                .getParameter("return")
                .getResource();
        return new WorkedResident(facts, plan, gaps);
    }

    private void store(String resident) throws IOException {
        fhir.post("", Files.readString(EXAMPLES.resolve(resident + ".json"))).hasStatus(200);
    }

    private enum Population {
        DIABETES("diabetes", "Diabetes", 4),
        HEART_FAILURE("heart-failure", "HeartFailure", 5);

        private final String code;
        private final String name;
        private final int highestStratum;

        Population(String code, String name, int highestStratum) {
            this.code = code;
            this.name = name;
            this.highestStratum = highestStratum;
        }
    }

    /** A README with a place for each resident between two comments. */
    private record WorkedReadme(String text) {

        WorkedReadme with(String resident, String answer) {
            var start = "<!-- " + resident + " -->\n";
            var end = "<!-- end of " + resident + " -->";
            int from = text.indexOf(start) + start.length();
            int to = text.indexOf(end);
            assertThat(List.of(text.indexOf(start), to))
                    .as("places of " + resident + " in the README")
                    .doesNotContain(-1);
            return new WorkedReadme(text.substring(0, from) + answer + text.substring(to));
        }
    }
}
