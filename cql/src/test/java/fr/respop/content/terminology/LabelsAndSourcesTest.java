package fr.respop.content.terminology;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.junit.jupiter.api.Test;

/** Every concept speaks both languages; every list says where it is from and on what terms. */
class LabelsAndSourcesTest {

    /** What the copyright of a list names, by the beginning of the system whose codes it lists. */
    private static final Map<String, String> OWNERS = Map.ofEntries(
            entry("http://loinc.org", "LOINC"),
            entry("https://smt.esante.gouv.fr/terminologie-cim-10", "CIM-10"),
            entry("https://smt.esante.gouv.fr/terminologie-ccam", "CCAM"),
            entry("https://smt.esante.gouv.fr/terminologie-nabm", "NABM"),
            entry("http://www.whocc.no/atc", "ATC"),
            entry("http://hl7.org/fhir/sid/cvx", "CVX"),
            entry("http://standardterms.edqm.eu", "EDQM"),
            entry("http://terminology.hl7.org/", "HL7"),
            entry("https://mos.esante.gouv.fr/", "Agence du numérique en santé"),
            entry("https://respop.org/", ""));

    private final TerminologyFolder folder = TerminologyFolder.read();

    @Test
    void everyConceptHasAnEnglishDisplayAndAFrenchDesignation() {
        assertThat(folder.all(CodeSystem.class)).isNotEmpty();
        for (var system : folder.all(CodeSystem.class)) {
            var unlabelled = TerminologyFolder.concepts(system)
                    .filter(concept -> !concept.hasDisplay() || french(concept).count() != 1)
                    .map(ConceptDefinitionComponent::getCode);
            assertThat(unlabelled).as(system.getUrl()).isEmpty();
        }
    }

    @Test
    void everyCodeSystemCountsItsConcepts() {
        for (var system : folder.all(CodeSystem.class)) {
            assertThat(system.getCount())
                    .as(system.getUrl())
                    .isEqualTo(TerminologyFolder.concepts(system).count());
        }
    }

    @Test
    void everyValueSetSaysItsSourceAndTheLicenceOfItsCodes() {
        assertThat(folder.all(ValueSet.class)).isNotEmpty();
        for (var valueSet : folder.all(ValueSet.class)) {
            assertThat(valueSet.getDescription()).as(valueSet.getUrl()).contains("Source:");
            assertThat(valueSet.getCopyright())
                    .as(valueSet.getUrl())
                    .isNotBlank()
                    .contains(valueSet.getCompose().getInclude().stream()
                            .filter(ConceptSetComponent::hasSystem)
                            .map(include -> owner(include.getSystem()))
                            .toList());
        }
    }

    @Test
    void everyMapSaysItsSourceAndTheLicenceOfItsCodes() {
        assertThat(folder.all(ConceptMap.class)).isNotEmpty();
        for (var map : folder.all(ConceptMap.class)) {
            assertThat(map.getDescription()).as(map.getUrl()).contains("Source:");
            assertThat(map.getCopyright())
                    .as(map.getUrl())
                    .contains(map.getGroup().stream()
                            .map(group -> owner(group.getTarget()))
                            .toList());
        }
    }

    private static Stream<String> french(ConceptDefinitionComponent concept) {
        return concept.getDesignation().stream()
                .filter(designation -> "fr".equals(designation.getLanguage()))
                .map(designation -> designation.getValue());
    }

    private static String owner(String system) {
        return OWNERS.entrySet().stream()
                .filter(owner -> system.startsWith(owner.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError("Add " + system + " with its licence to terminology/SOURCES.md and here."));
    }
}
