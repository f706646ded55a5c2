package fr.respop.server.content;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.FhirHttp;
import fr.respop.server.ServerTest;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ImplementationGuide;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

@ServerTest
class ContentInstallerIT {

    private static final String GUIDE = "ImplementationGuide/org.respop.fhir";

    private final FhirHttp fhir;
    private final ContentInstaller installer;

    @Autowired
    ContentInstallerIT(FhirHttp fhir, ContentInstaller installer) {
        this.fhir = fhir;
        this.installer = installer;
    }

    @Test
    void anEqualPackageIsNotInstalledAgain() {
        var before = guide().getMeta().getVersionId();

        installer.run(new DefaultApplicationArguments());

        assertThat(guide().getMeta().getVersionId()).isEqualTo(before);
    }

    @Test
    void aChangedPackageOfTheSameVersionReplacesTheInstalledOne() {
        var other = guide();
        other.getExtensionByUrl("https://respop.org/fhir/StructureDefinition/respop-package-digest")
                .setValue(new StringType("of another package"));
        fhir.put(GUIDE, other).hasStatus(200);
        var library = fhir.get("Library/DiabetesStrata").hasStatus(200).as(Library.class);
        fhir.put("Library/DiabetesStrata", library.setTitle("Changed by hand")).hasStatus(200);

        installer.run(new DefaultApplicationArguments());

        assertThat(fhir.get("Library/DiabetesStrata").as(Library.class).getTitle())
                .isNotEqualTo("Changed by hand");
    }

    @Test
    void anOlderPackageDoesNotReplaceANewerOne() {
        var newer = guide().setVersion("99.0.0");
        newer.getExtensionByUrl("https://respop.org/fhir/StructureDefinition/respop-package-digest")
                .setValue(new StringType("of a newer package"));
        fhir.put(GUIDE, newer).hasStatus(200);

        installer.run(new DefaultApplicationArguments());

        assertThat(guide().getVersion()).isEqualTo("99.0.0");
        fhir.put(GUIDE, newer.setVersion("0.0.1")).hasStatus(200);
        installer.run(new DefaultApplicationArguments());
    }

    @Test
    void theContentIsSearchable() {
        assertThat(fhir.get("Measure?url=https://respop.org/fhir/Measure/DiabetesPyramid&_summary=count")
                        .as(Bundle.class)
                        .getTotal())
                .isEqualTo(1);
    }

    private ImplementationGuide guide() {
        return fhir.get(GUIDE).hasStatus(200).as(ImplementationGuide.class);
    }
}
