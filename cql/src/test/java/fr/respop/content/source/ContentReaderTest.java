package fr.respop.content.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentReaderTest {

    @Test
    void readsGuideLibrariesAndResources(@TempDir Path folder) {
        Content content = SampleContent.in(folder).read();

        assertThat(content.canonicalBase()).isEqualTo("https://respop.org/fhir");
        assertThat(content.version()).isEqualTo("0.1.0");
        assertThat(content.artifacts())
                .extracting(Artifact::reference)
                .containsExactly(
                        "CodeSystem/sample-code",
                        "Group/sample-group",
                        "ImplementationGuide/org.respop.fhir",
                        "Library/SampleConcepts",
                        "Library/SampleStrata",
                        "Measure/SamplePyramid",
                        "PlanDefinition/SampleStrategy",
                        "ValueSet/glucose-tests");
    }

    @Test
    void refusesAnElementThatFhirDoesNotKnow(@TempDir Path folder) {
        var sample = SampleContent.in(folder).replace(SampleContent.GROUP, "\"actual\"", "\"real\"");

        assertThatThrownBy(sample::read)
                .isInstanceOf(ContentProblem.class)
                .hasMessageContaining("Group-sample-group.json is no FHIR R4 resource")
                .hasMessageContaining("real");
    }

    @Test
    void refusesTextThatIsNoJson(@TempDir Path folder) {
        var sample = SampleContent.in(folder).replace(SampleContent.GROUP, "\"actual\":", "");

        assertThatThrownBy(sample::read)
                .isInstanceOf(ContentProblem.class)
                .hasMessageContaining("Group-sample-group.json is no FHIR R4 resource");
    }

    @Test
    void refusesContentWithoutAGuide(@TempDir Path folder) {
        String guide = "ig/fsh-generated/resources/ImplementationGuide-org.respop.fhir.json";
        var sample = SampleContent.in(folder).move(guide, "guide.json");

        assertThatThrownBy(sample::read)
                .isInstanceOf(ContentProblem.class)
                .hasMessageContaining("holds 0 ImplementationGuides");
    }

    @Test
    void refusesARepositoryWithoutTerminology(@TempDir Path folder) {
        var sample = SampleContent.in(folder).move("terminology", "words");

        assertThatThrownBy(sample::read)
                .isInstanceOf(ContentProblem.class)
                .hasMessageContaining("terminology is missing");
    }
}
