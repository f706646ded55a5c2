package fr.respop.content.cql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.respop.content.source.SampleContent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.RelatedArtifact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CqlFolderTest {

    private SampleContent sample;

    @BeforeEach
    void copySample(@TempDir Path folder) {
        sample = SampleContent.in(folder);
    }

    @Test
    void describesALibrary() {
        Library library = strata();

        assertThat(library.getIdElement().getIdPart()).isEqualTo("SampleStrata");
        assertThat(library.getName()).isEqualTo("SampleStrata");
        assertThat(library.getUrl()).isEqualTo("https://respop.org/fhir/Library/SampleStrata");
        assertThat(library.getVersion()).isEqualTo("0.1.0");
        assertThat(library.getTitle()).isEqualTo("Strata of the sample");
        assertThat(library.getDescription())
                .isEqualTo("Puts a resident into a stratum by the number of glucose tests in the measurement period.");
        assertThat(library.getType().getCodingFirstRep().getCode()).isEqualTo("logic-library");
    }

    @Test
    void carriesCqlAndElm() {
        Library library = strata();

        assertThat(library.getContent())
                .extracting(content -> content.getContentType())
                .containsExactly("text/cql", "application/elm+json");
        assertThat(new String(library.getContent().get(0).getData(), StandardCharsets.UTF_8))
                .contains("define \"Stratum\"");
        assertThat(new String(library.getContent().get(1).getData(), StandardCharsets.UTF_8))
                .contains("\"Stratum\"");
    }

    @Test
    void namesWhatALibraryDependsOn() {
        assertThat(strata().getRelatedArtifact())
                .extracting(RelatedArtifact::getResource)
                .containsExactly(
                        "http://fhir.org/guides/cqf/common/Library/FHIRHelpers|4.0.1",
                        "https://respop.org/fhir/Library/SampleConcepts|0.1.0");
    }

    @Test
    void namesTheDataThatALibraryReads() {
        var observation = strata().getDataRequirement().stream()
                .filter(requirement -> requirement.getType().equals("Observation"))
                .findFirst()
                .orElseThrow();

        assertThat(observation.getCodeFilterFirstRep().getValueSet())
                .isEqualTo("https://respop.org/fhir/ValueSet/glucose-tests");
    }

    @Test
    void namesParametersAndResults() {
        assertThat(strata().getParameter())
                .extracting(parameter ->
                        parameter.getUse().toCode() + " " + parameter.getName() + " " + parameter.getType())
                .contains("in Measurement Period Period", "out Stratum integer", "out Last Done date");
    }

    @Test
    void refusesAnErrorNamingFileLineAndColumn() {
        sample.append(SampleContent.STRATA, "\ndefine \"Wrong\": \"Nothing\" + 1\n");

        assertThatThrownBy(this::translate)
                .isInstanceOf(CqlError.class)
                .hasMessageContaining("SampleStrata.cql:37:17: Error: Could not resolve identifier Nothing");
    }

    @Test
    void refusesAWarning() {
        sample.append(
                SampleContent.STRATA, "\ndefine \"Hidden\": [Observation] \"Stratum\" return \"Stratum\".status\n");

        assertThatThrownBy(this::translate)
                .isInstanceOf(CqlError.class)
                .hasMessageContaining("SampleStrata.cql:37:")
                .hasMessageContaining("Warning: ");
    }

    @Test
    void namesTheIncludedFileThatHoldsTheError() {
        sample.append(SampleContent.CONCEPTS, "\ndefine \"Wrong\": \"Nothing\" + 1\n");

        assertThatThrownBy(this::translate)
                .isInstanceOf(CqlError.class)
                .hasMessageContaining("SampleConcepts.cql:15:17: Error: ")
                .hasMessageNotContaining("SampleStrata.cql");
    }

    @Test
    void refusesLibrariesThatIncludeEachOther() {
        sample.replace(
                SampleContent.CONCEPTS,
                "using FHIR version '4.0.1'",
                "using FHIR version '4.0.1'\ninclude SampleStrata version '0.1.0' called Strata");

        assertThatThrownBy(this::translate)
                .isInstanceOf(CqlError.class)
                .hasMessageContaining(
                        "SampleConcepts includes itself by way of "
                                + "SampleConcepts -> SampleStrata -> SampleConcepts. Move what both need into a third library.");
    }

    @Test
    void refusesTwoFilesThatDeclareOneLibrary() {
        sample.copy(SampleContent.STRATA, "cql/library/SampleTwin.cql");

        assertThatThrownBy(this::translate)
                .isInstanceOf(CqlError.class)
                .hasMessageContaining("SampleStrata.cql and ")
                .hasMessageContaining("SampleTwin.cql both declare library SampleStrata.");
    }

    @Test
    void refusesAnIncludeThatIsNotThere() {
        sample.replace(SampleContent.STRATA, "include SampleConcepts", "include SampleWords");

        assertThatThrownBy(this::translate)
                .isInstanceOf(CqlError.class)
                .hasMessageContaining("SampleStrata.cql:")
                .hasMessageContaining("SampleWords");
    }

    @Test
    void refusesALibraryWithoutTitle() {
        sample.replace(SampleContent.STRATA, "@title:", "@heading:");

        assertThatThrownBy(this::translate)
                .isInstanceOf(CqlError.class)
                .hasMessageContaining("SampleStrata.cql: no @title: tag.");
    }

    @Test
    void refusesAFileWithoutLibrary() {
        sample.replace(SampleContent.STRATA, "library SampleStrata version '0.1.0'", "");

        assertThatThrownBy(this::translate)
                .isInstanceOf(CqlError.class)
                .hasMessageContaining("SampleStrata.cql: no library declaration.");
    }

    @Test
    void refusesAFolderWithoutOptions() {
        sample.move("cql/library/cql-options.json", "cql-options.json");

        assertThatThrownBy(this::translate)
                .isInstanceOf(CqlError.class)
                .hasMessageContaining("cql-options.json is missing.");
    }

    private Library strata() {
        return translate().stream()
                .filter(library -> library.name().equals("SampleStrata"))
                .findFirst()
                .orElseThrow()
                .resource();
    }

    private List<TranslatedLibrary> translate() {
        return CqlFolder.translate(sample.root().resolve("cql/library"), "https://respop.org/fhir");
    }
}
