package fr.respop.content.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.respop.content.source.Content;
import fr.respop.content.source.ContentProblem;
import fr.respop.content.source.SampleContent;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentCheckTest {

    /** Where an action begins. */
    private static final String ACTION = "\"id\": \"sample-action\",";

    private SampleContent sample;

    @BeforeEach
    void copySample(@TempDir Path folder) {
        sample = SampleContent.in(folder);
    }

    @Test
    void soundContentHasNoFinding() {
        Content content = sample.read();

        assertThat(ContentCheck.findings(content)).isEmpty();
    }

    @Test
    void refusesWithAllFindingsAtOnce() {
        sample.replace(SampleContent.MEASURE, "\"expression\": \"Stratum\"", "\"expression\": \"Layer\"")
                .replace(SampleContent.PLAN, "\"Last Done\"", "\"Last Seen\"");
        Content content = sample.read();

        assertThatThrownBy(() -> ContentCheck.check(content))
                .isInstanceOf(ContentProblem.class)
                .hasMessageContaining("Layer")
                .hasMessageContaining("Last Seen");
    }

    @Test
    void aLibraryIsInTheFileOfItsName() {
        sample.move(SampleContent.STRATA, "cql/library/Strata.cql");

        assertFinding("Strata.cql", "it declares library SampleStrata.", "Rename the file to SampleStrata.cql");
    }

    @Test
    void aResourceIsInTheFileOfItsTypeAndId() {
        sample.move(SampleContent.MEASURE, "ig/fsh-generated/resources/Pyramid.json");

        assertFinding("Pyramid.json", "it holds Measure/SamplePyramid.", "Rename it to Measure-SamplePyramid.json.");
    }

    @Test
    void aCanonicalEndsInTypeAndId() {
        sample.replace(SampleContent.PLAN, "fhir/PlanDefinition/SampleStrategy", "fhir/PlanDefinition/Strategy");

        assertFinding(
                "PlanDefinition-SampleStrategy.json, url",
                "does not end in the resource's PlanDefinition/SampleStrategy.",
                "Use https://respop.org/fhir/PlanDefinition/SampleStrategy.");
    }

    @Test
    void aMeasureIsNamedByItsId() {
        sample.replace(SampleContent.MEASURE, "\"name\": \"SamplePyramid\"", "\"name\": \"Pyramid\"");

        assertFinding(
                "Measure-SamplePyramid.json, name", "'Pyramid' is not the id 'SamplePyramid'.", "Give both one name.");
    }

    @Test
    void aNameIsForPrograms() {
        sample.replace(SampleContent.VALUE_SET, "\"GlucoseTests\"", "\"Glucose tests\"");

        assertFinding(
                "ValueSet-glucose-tests.json, name",
                "'Glucose tests' is no name for programs.",
                "Use letters and digits, a capital first, and put words for readers into title.");
    }

    @Test
    void anIdIsAFhirId() {
        sample.replace(SampleContent.GROUP, "\"sample-group\"", "\"sample_group\"");

        assertFinding(
                "Group-sample-group.json, id", "'sample_group' is no FHIR id.", "Use 1 to 64 of A-Z a-z 0-9 . and -.");
    }

    @Test
    void cqlHasTheVersionOfTheGuide() {
        sample.replace(SampleContent.STRATA, "SampleStrata version '0.1.0'", "SampleStrata version '0.2.0'")
                .replace(SampleContent.MEASURE, "SampleStrata|0.1.0", "SampleStrata|0.2.0");

        assertFinding(
                "SampleStrata.cql, version", "Library/SampleStrata has version '0.2.0'.", "Use 0.1.0, the version of");
    }

    @Test
    void cqlHasAVersion() {
        sample.replace(SampleContent.STRATA, "library SampleStrata version '0.1.0'", "library SampleStrata");

        assertFinding("SampleStrata.cql, version", "Library/SampleStrata has version ''.", "Use 0.1.0");
    }

    @Test
    void terminologyHasTheVersionOfTheGuide() {
        sample.replace(SampleContent.VALUE_SET, "\"0.1.0\"", "\"0.0.9\"");

        assertFinding(
                "ValueSet-glucose-tests.json, version",
                "ValueSet/glucose-tests has version '0.0.9'.",
                "Use 0.1.0, the version of the ImplementationGuide");
    }

    @Test
    void oneCanonicalBelongsToOneArtefact() {
        String twin = "terminology/valueset/ValueSet-sugar-tests.json";
        sample.copy(SampleContent.VALUE_SET, twin)
                .replace(twin, "\"id\": \"glucose-tests\"", "\"id\": \"sugar-tests\"");

        assertFinding(
                "ValueSet-sugar-tests.json, url",
                "https://respop.org/fhir/ValueSet/glucose-tests|0.1.0 is also the canonical of ",
                "Give one of them another url.");
    }

    @Test
    void oneTypeAndIdBelongToOneResource() {
        sample.copy(SampleContent.GROUP, "terminology/Group-sample-group.json");

        assertFinding(
                "terminology/Group-sample-group.json, id",
                "Group/sample-group is also in ",
                "Give one of them another id.");
    }

    @Test
    void aCanonicalThatIsNamedExists() {
        sample.replace(SampleContent.PLAN, ACTION, definition("https://respop.org/fhir/ActivityDefinition/Lost"));

        assertFinding(
                "PlanDefinition-SampleStrategy.json, action[0].definitionCanonical",
                "https://respop.org/fhir/ActivityDefinition/Lost is not in the package.",
                "Correct the canonical");
    }

    @Test
    void aCanonicalThatIsNamedExistsInThatVersion() {
        sample.replace(SampleContent.MEASURE, "SampleStrata|0.1.0", "SampleStrata|0.3.0");

        assertFinding(
                "Measure-SamplePyramid.json, library[0]",
                "https://respop.org/fhir/Library/SampleStrata|0.3.0 is not in the package.",
                "Correct the canonical");
    }

    @Test
    void aDefinitionOfAnotherPublisherExistsToo() {
        sample.replace(SampleContent.PLAN, ACTION, definition("https://example.org/PlanDefinition/Lost"));

        assertFinding(
                "PlanDefinition-SampleStrategy.json, action[0].definitionCanonical",
                "https://example.org/PlanDefinition/Lost is not in the package.",
                "Correct the canonical");
    }

    @Test
    void aLibraryOfAnotherPublisherExistsToo() {
        sample.replace(
                SampleContent.MEASURE, "https://respop.org/fhir/Library/SampleStrata|0.1.0", "https://example.org/L");

        assertFinding(
                "Measure-SamplePyramid.json, library[0]",
                "https://example.org/L is not in the package.",
                "Correct the canonical");
    }

    @Test
    void aPlanIsNoPartOfItself() {
        sample.replace(
                SampleContent.PLAN, ACTION, definition("https://respop.org/fhir/PlanDefinition/SampleStrategy|0.1.0"));

        assertFinding(
                "PlanDefinition-SampleStrategy.json, action.definitionCanonical",
                "SampleStrategy is a part of itself: SampleStrategy -> SampleStrategy",
                "Remove one of these definitionCanonical.");
    }

    @Test
    void plansAreNotPartsOfEachOther() {
        String other = "ig/fsh-generated/resources/PlanDefinition-SampleAdvice.json";
        sample.copy(SampleContent.PLAN, other)
                .replace(other, "SampleStrategy", "SampleAdvice")
                .replace(other, ACTION, definition("https://respop.org/fhir/PlanDefinition/SampleStrategy"))
                .replace(SampleContent.PLAN, ACTION, definition("https://respop.org/fhir/PlanDefinition/SampleAdvice"));

        assertThat(ContentCheck.findings(sample.read())).singleElement().satisfies(cycle -> {
            assertThat(cycle.where()).contains("PlanDefinition-SampleAdvice.json, action.definitionCanonical");
            assertThat(cycle.problem())
                    .contains("SampleAdvice -> SampleStrategy -> SampleAdvice")
                    .contains("the last of them is ")
                    .contains("PlanDefinition-SampleStrategy.json");
        });
    }

    @Test
    void aConditionNamesAnExpression() {
        sample.replace(
                SampleContent.PLAN,
                "\"expression\": \"In Target Population\"",
                "\"description\": \"of the target population\"");

        assertFinding(
                "PlanDefinition-SampleStrategy.json, action[0].condition[0].expression",
                "it names no expression of https://respop.org/fhir/Library/SampleStrata|0.1.0",
                "Name a define of the library");
    }

    @Test
    void aPopulationNamesAnExpression() {
        sample.replace(
                SampleContent.MEASURE,
                "\"expression\": \"In Target Population\"",
                "\"description\": \"of the target population\"");

        assertFinding(
                "Measure-SamplePyramid.json, group[0].population[0].criteria",
                "it names no expression of https://respop.org/fhir/Library/SampleStrata|0.1.0",
                "Name a define of the library");
    }

    @Test
    void aCodeOfOursThatAResourceUsesExists() {
        sample.replace(SampleContent.GROUP, "\"code\": \"programme\"", "\"code\": \"program\"");

        assertFinding(
                "Group-sample-group.json, characteristic[0].valueCodeableConcept.coding[0]",
                "'program' is no code of https://respop.org/fhir/CodeSystem/sample-code.",
                "Correct the code");
    }

    @Test
    void aCodeOfOursThatAValueSetListsExists() {
        sample.replace(SampleContent.VALUE_SET, "\"fpg\"", "\"glucose\"");

        assertFinding(
                "ValueSet-glucose-tests.json, compose.include[0]",
                "'glucose' is no code of https://respop.org/fhir/CodeSystem/sample-code.",
                "Correct the code");
    }

    @Test
    void aCodeOfOursThatCqlUsesExists() {
        sample.replace(SampleContent.CONCEPTS, "'fpg' from", "'glucose' from");

        assertFinding(
                "SampleConcepts.cql:13:1-13:53, code \"Fasting Glucose\"",
                "'glucose' is no code of https://respop.org/fhir/CodeSystem/sample-code.",
                "Correct the code");
    }

    @Test
    void aValueSetThatCqlNamesExists() {
        sample.replace(SampleContent.CONCEPTS, "fhir/ValueSet/glucose-tests", "fhir/ValueSet/sugar-tests");

        assertFinding(
                "SampleConcepts.cql:11:1-11:72, valueset \"Glucose Tests\"",
                "https://respop.org/fhir/ValueSet/sugar-tests is not in the package.",
                "add the value set to terminology/valueset.");
    }

    @Test
    void aValueSetThatAnotherIncludesExists() {
        sample.replace(
                SampleContent.VALUE_SET,
                "\"include\": [",
                "\"include\": [{\"valueSet\": [\"https://example.org/ValueSet/lost\"]},");

        assertFinding(
                "ValueSet-glucose-tests.json, compose.include[0].valueSet[0]",
                "https://example.org/ValueSet/lost is not in the package.",
                "Correct the canonical");
    }

    @Test
    void aValueSetListsItsCodes() {
        sample.replace(SampleContent.VALUE_SET, "\"concept\": [", "\"filter\": [")
                .replace(
                        SampleContent.VALUE_SET,
                        "\"code\": \"fpg\"",
                        "\"property\": \"concept\", \"op\": \"is-a\", \"value\": \"fpg\"");

        assertFinding(
                "ValueSet-glucose-tests.json, compose",
                "it does not list its codes, so a terminology server would have to.",
                "List them as compose.include.concept");
    }

    @Test
    void aPopulationNamesADefine() {
        sample.replace(SampleContent.MEASURE, "\"In Target Population\"", "\"Target Population\"");

        assertFinding(
                "Measure-SamplePyramid.json, group[0].population[0].criteria",
                "library https://respop.org/fhir/Library/SampleStrata|0.1.0 has no public define \"Target Population\".",
                "Correct the name");
    }

    @Test
    void aStratifierNamesADefine() {
        sample.replace(SampleContent.MEASURE, "\"expression\": \"Stratum\"", "\"expression\": \"Layer\"");

        assertFinding(
                "Measure-SamplePyramid.json, group[0].stratifier[0].component[0].criteria",
                "has no public define \"Layer\".",
                "Correct the name");
    }

    @Test
    void aConditionNamesADefine() {
        sample.replace(SampleContent.PLAN, "\"In Target Population\"", "\"Target Population\"");

        assertFinding(
                "PlanDefinition-SampleStrategy.json, action[0].condition[0].expression",
                "has no public define \"Target Population\".",
                "Correct the name");
    }

    @Test
    void aDynamicValueNamesADefine() {
        sample.replace(SampleContent.PLAN, "\"Last Done\"", "\"Last Seen\"");

        assertFinding(
                "PlanDefinition-SampleStrategy.json, action[0].dynamicValue[0].expression",
                "has no public define \"Last Seen\".",
                "Correct the name");
    }

    @Test
    void aDefineThatIsNamedIsPublic() {
        sample.replace(SampleContent.STRATA, "define \"Last Done\"", "define private \"Last Done\"");

        assertFinding(
                "PlanDefinition-SampleStrategy.json, action[0].dynamicValue[0].expression",
                "has no public define \"Last Done\".",
                "Correct the name");
    }

    @Test
    void anArtefactWithExpressionsNamesALibrary() {
        sample.replace(SampleContent.MEASURE, "https://respop.org/fhir/Library/SampleStrata|0.1.0", "Library/Strata");

        assertFinding(
                "Measure-SamplePyramid.json, group[0].population[0].criteria",
                "expression \"In Target Population\" is to be found in library 'Library/Strata'",
                "Name a CQL library");
    }

    @Test
    void aProgrammeNamesItsMembershipDefine() {
        sample.replace(SampleContent.CODE_SYSTEM, "\"In Target Population\"", "\"Member\"");

        assertFinding(
                "CodeSystem-sample-code.json, concept[1]", "has no public define \"Member\".", "Correct the name");
    }

    @Test
    void aFollowUpItemsMeasureNamesTheDefinesOfItsGap() {
        sample.replace(SampleContent.MEASURE, "\"group\": [", """
                "extension": [{"url": "https://example.org/StructureDefinition/respop-care-gap",
                  "extension": [{"url": "lastDone", "valueString": "Last Time"}]}],
                "group": [""");

        assertFinding(
                "Measure-SamplePyramid.json, extension[0]", "has no public define \"Last Time\".", "Correct the name");
    }

    @Test
    void sortingHasOneKey() {
        sample.replace(
                SampleContent.STRATA,
                "sort by (effective as FHIR.dateTime).value",
                "sort by (effective as FHIR.dateTime).value, id.value");

        assertFinding(
                ", define \"Glucose Tests\"",
                "the Java engine sorts by the last of several keys only, other engines by all.",
                "Sort by one key");
    }

    @Test
    void theClockIsNotRead() {
        sample.append(SampleContent.STRATA, "\ndefine \"Is Current\": end of \"Measurement Period\" before Now()\n");

        assertFinding(
                "SampleStrata.cql:37:57-37:61, define \"Is Current\"",
                "Now() gives another answer every day.",
                "Use the end of \"Measurement Period\"");
    }

    @Test
    void theCalendarIsNotRead() {
        sample.append(SampleContent.STRATA, "\ndefine \"Age\": CalculateAgeInYearsAt(Patient.birthDate, Today())\n");

        assertFinding(", define \"Age\"", "Today() gives another answer every day.", "Use the end of");
    }

    @Test
    void theMeasurementPeriodHasNoDefault() {
        sample.replace(
                SampleContent.STRATA,
                "parameter \"Measurement Period\" Interval<DateTime>",
                "parameter \"Measurement Period\" Interval<DateTime> default Interval[@2025-01-01T, @2025-12-31T]");

        assertFinding(
                ", parameter \"Measurement Period\"",
                "it has a default, so a request without a period would be answered for a chance one.",
                "Remove the default.");
    }

    private static String definition(String canonical) {
        return ACTION + " \"definitionCanonical\": \"" + canonical + "\",";
    }

    private void assertFinding(String where, String problem, String cure) {
        assertThat(ContentCheck.findings(sample.read())).anySatisfy(finding -> {
            assertThat(finding.where()).contains(where);
            assertThat(finding.problem()).contains(problem);
            assertThat(finding.cure()).contains(cure);
        });
    }
}
