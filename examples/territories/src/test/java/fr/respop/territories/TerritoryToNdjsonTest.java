package fr.respop.territories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerritoryToNdjsonTest {

    @Test
    void writesOneFileATypeAndOneResourceALine(@TempDir Path folder) throws IOException {
        var counts = TerritoryToNdjson.write(new TerritoryGenerator(Territory.byId("douaisis"), 1000, 1), folder);

        for (var count : counts.entrySet()) {
            assertThat(Files.readAllLines(folder.resolve(count.getKey() + ".ndjson")))
                    .hasSize(count.getValue());
        }
        var first = Files.readAllLines(folder.resolve("Patient.ndjson")).get(0);
        var patient = FhirContext.forR4Cached().newJsonParser().parseResource(Patient.class, first);
        assertThat(patient.getIdPart()).isEqualTo("douaisis-000001");
        assertThat(counts).containsEntry("Patient", 219);
    }

    @Test
    void refusesTooFewArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TerritoryToNdjson.main(new String[] {"douaisis"}))
                .withMessageContaining("territory id, scale, seed, folder");
    }
}
