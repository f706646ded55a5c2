package fr.respop.territories;

import static fr.respop.territories.TerritoryGenerator.DEMONSTRATION_SEED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ca.uhn.fhir.context.FhirContext;
import fr.respop.territories.clinical.Calendar;
import fr.respop.territories.clinical.Dice;
import fr.respop.territories.clinical.HeartRole;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerritoryGeneratorTest {

    private static final Pattern CLINICAL_DATE =
            Pattern.compile("\"(?:\\w*[dD]ateTime|recordedDate|whenHandedOver|start|startDate|end)\":\"([^\"]+)\"");
    private static final Territory AUBE = Territory.byId("aube-et-sezannais");
    private static final TerritoryGenerator DEMONSTRATION = new TerritoryGenerator(AUBE, 100, DEMONSTRATION_SEED);
    private static final List<Resident> RESIDENTS = DEMONSTRATION.residents().toList();
    private static final List<String> RESIDENTS_JSON =
            RESIDENTS.stream().map(TerritoryGeneratorTest::json).toList();

    @Test
    void theSameSeedGivesTheSameBytes() {
        var again = new TerritoryGenerator(Territory.byId("aube-et-sezannais"), 100, DEMONSTRATION_SEED);

        assertThat(json(again.setting().stream())).isEqualTo(json(DEMONSTRATION.setting().stream()));
        assertThat(again.residents().map(TerritoryGeneratorTest::json).toList()).isEqualTo(RESIDENTS_JSON);
    }

    @Test
    void anotherSeedGivesOtherResidents() {
        var other = new TerritoryGenerator(AUBE, 100, DEMONSTRATION_SEED + 1);

        assertThat(json(other.resident(7))).isNotEqualTo(json(DEMONSTRATION.resident(7)));
    }

    @Test
    void aResidentMadeAloneIsTheSameAsInTheStream() {
        var inStream = DEMONSTRATION.residents().skip(1234).findFirst().orElseThrow();

        assertThat(json(DEMONSTRATION.resident(1235))).isEqualTo(json(inStream));
    }

    @Test
    void splittingTheStreamChangesNothing() {
        var split = DEMONSTRATION
                .residents()
                .parallel()
                .map(TerritoryGeneratorTest::json)
                .toList();

        assertThat(split).isEqualTo(RESIDENTS_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aube-et-sezannais", "cornouaille", "deux-sevres", "douaisis", "haute-saone"})
    void everyTerritoryHasAsManyResidentsAsPublishedAndAllLiveThere(String id) {
        var territory = Territory.byId(id);
        var generator = new TerritoryGenerator(territory, 200, 1);
        var codes = new HashSet<>(territory.postalCodes());

        var patients = generator.residents().map(Resident::patient).toList();

        assertThat(patients)
                .hasSize((int) Math.round(territory.publishedPyramid().residents() / 200.0));
        assertThat(patients)
                .allMatch(patient -> codes.contains(patient.getAddressFirstRep().getPostalCode()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aube-et-sezannais", "cornouaille", "deux-sevres", "douaisis", "haute-saone"})
    void everyTerritoryCanMeetBothPyramidsAtAnyUsualScale(String id) {
        for (var scale : List.of(1, 7, 50, 100, 333, 1000, 1800)) {
            var diabetes = new DiabetesAssignment(
                    Territory.byId(id).publishedPyramid().scaled(scale), Dice.of(1, "diabetes", 0));
            var published =
                    Territory.byId(id).publishedPyramid(Programme.HEART_FAILURE).scaled(scale);
            var heart = new HeartAssignment(published, diabetes, Dice.of(1, "heart", 0));

            var roles = IntStream.rangeClosed(1, published.residents())
                    .mapToObj(number ->
                            heart.historyOf(diabetes.placeOf(number)).heart().role())
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

            assertThat(roles)
                    .as("1:" + scale)
                    .containsEntry(HeartRole.FAILING, (long) published.known())
                    .containsEntry(HeartRole.AT_RISK, (long) published.count(0));
        }
    }

    @Test
    void aScaleThatLeavesAHandfulOfResidentsIsTaken() {
        assertThat(new TerritoryGenerator(Territory.byId("haute-saone"), 20_000, 1).residents())
                .hasSize(9);
    }

    @Test
    void idsAndIdentityNumbersAreUnique() {
        var generator = new TerritoryGenerator(AUBE, 50, 3);
        var residents = generator.publishedPyramid().residents();

        var ids = new HashSet<String>();
        var numbers = new HashSet<String>();
        generator.residents().forEach(resident -> {
            assertThat(ids.add("Patient/" + resident.patient().getIdPart())).isTrue();
            assertThat(numbers.add(nir(resident.patient()))).isTrue();
            resident.resources()
                    .forEach(resource -> assertThat(ids.add(resource.fhirType() + "/" + resource.getIdPart()))
                            .as(resource.getIdPart())
                            .isTrue());
        });

        assertThat(numbers).hasSize(residents);
    }

    @Test
    void identityNumbersHaveTheirKeyAndAgreeWithSexBirthAndTown() {
        RESIDENTS.stream().map(Resident::patient).forEach(patient -> {
            var nir = nir(patient);
            var born = patient.getBirthDateElement().getValueAsString();
            assertThat(nir).matches("[12][0-9]{14}").endsWith(CheckDigits.nirKey(nir.substring(0, 13)));
            assertThat(nir.charAt(0) == '1')
                    .isEqualTo("male".equals(patient.getGender().toCode()));
            assertThat(nir.substring(1, 5)).isEqualTo(born.substring(2, 4) + born.substring(5, 7));
            assertThat(json(Stream.of(patient))).contains("\"code\":\"" + nir.substring(5, 10) + "\"");
        });
    }

    @Test
    void practitionersHaveDistinctTestNumbersValidByLuhn() {
        var numbers = Territory.all().stream()
                .flatMap(territory -> new TerritoryGenerator(territory, 1, 1).setting().stream())
                .filter(Practitioner.class::isInstance)
                .map(practitioner ->
                        ((Practitioner) practitioner).getIdentifierFirstRep().getValue())
                .toList();

        assertThat(numbers).hasSizeGreaterThan(1000).doesNotHaveDuplicates();
        assertThat(numbers).allSatisfy(number -> {
            assertThat(number).matches("99700[0-9]{6}");
            assertThat(CheckDigits.luhn(number.substring(0, 10))).isEqualTo(number.charAt(10) - '0');
        });
    }

    @Test
    void nothingHappensAfterTheEvaluationNorBeforeBirth() {
        var last = Calendar.EVALUATION.toString();
        RESIDENTS.forEach(resident -> {
            var born = resident.patient().getBirthDateElement().getValueAsString();
            var dates = dates(json(resident.resources().stream()));
            assertThat(dates).allMatch(date -> date.compareTo(born.substring(0, date.length())) >= 0);
            assertThat(dates).allMatch(date -> date.compareTo(last) <= 0);
            assertThat(born).isLessThan(last);
        });
    }

    @Test
    void everyReferenceLeadsToAResourceThatCameBefore() {
        var known = new HashSet<String>();
        var reference = Pattern.compile("\"reference\":\"([^\"]+)\"");
        everything().forEach(resource -> {
            var matcher = reference.matcher(json(Stream.of(resource)));
            while (matcher.find()) {
                assertThat(known.contains(matcher.group(1)))
                        .as(matcher.group(1))
                        .isTrue();
            }
            known.add(resource.fhirType() + "/" + resource.getIdPart());
        });
        assertThat(known).hasSizeGreaterThan(22_000);
    }

    @Test
    void theDemonstrationHasTheExpectedResources() {
        var counts = everything().collect(Collectors.groupingBy(Resource::fhirType, Collectors.counting()));

        assertThat(counts)
                .containsEntry("Patient", 3_159L)
                .containsEntry("Organization", 3L)
                .containsEntry("Group", 2L)
                .containsEntry("Practitioner", 12L)
                .containsKeys("Condition", "Observation", "MedicationDispense", "Procedure", "Immunization")
                .containsKeys("MedicationAdministration")
                .containsKeys("Encounter", "Goal", "FamilyMemberHistory");
        assertThat(counts.values().stream().mapToLong(Long::longValue).sum()).isBetween(22_000L, 30_000L);
    }

    @Test
    void noStratumAndNoDerivedTerritoryIsWrittenIntoTheData() {
        assertThat(RESIDENTS_JSON)
                .isNotEmpty()
                .noneMatch(
                        json -> json.toLowerCase(Locale.ROOT).matches("(?s).*(stratum|strate|residence-territory).*"));
    }

    @Test
    void theSettingNamesTheTerritorysPostalAndHospitalCodes() {
        var territory = (Organization) DEMONSTRATION.setting().get(0);

        assertThat(territory.getIdPart()).isEqualTo("aube-et-sezannais");
        assertThat(values(territory, "respop-postal-code")).isEqualTo(AUBE.postalCodes());
        assertThat(values(territory, "respop-pmsi-geographic-code")).isEqualTo(AUBE.postalCodes());
    }

    @Test
    void theFullTerritoryHasAsManyResidentsAsPublished() {
        var full = new TerritoryGenerator(AUBE, 1, 1);

        assertThat(full.publishedPyramid().residents()).isEqualTo(315_903);
        assertThat(full.resident(315_903).patient().getIdPart()).isEqualTo("aube-et-sezannais-315903");
    }

    @Test
    void residentsOutsideTheNumberingAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> DEMONSTRATION.resident(0));
        assertThatIllegalArgumentException().isThrownBy(() -> DEMONSTRATION.resident(3_160));
    }

    private static List<String> values(Organization organization, String extension) {
        return organization.getExtensionsByUrl("https://respop.org/fhir/StructureDefinition/" + extension).stream()
                .map(found -> ((StringType) found.getValue()).getValue())
                .toList();
    }

    private static String nir(Patient patient) {
        return patient.getIdentifier().stream()
                .filter(identifier -> identifier.getSystem().equals("urn:oid:1.2.250.1.213.1.4.10"))
                .map(Identifier::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> dates(String json) {
        var dates = new ArrayList<String>();
        var matcher = CLINICAL_DATE.matcher(json);
        while (matcher.find()) {
            var date = matcher.group(1);
            dates.add(date.substring(0, Math.min(10, date.length())));
        }
        return dates;
    }

    private static Stream<Resource> everything() {
        return Stream.concat(
                DEMONSTRATION.setting().stream(), RESIDENTS.stream().flatMap(TerritoryGeneratorTest::resources));
    }

    private static Stream<Resource> resources(Resident resident) {
        return Stream.concat(Stream.of(resident.patient()), resident.resources().stream());
    }

    private static String json(Resident resident) {
        return json(resources(resident));
    }

    private static String json(Stream<? extends Resource> resources) {
        var parser = FhirContext.forR4Cached().newJsonParser();
        return resources.map(parser::encodeResourceToString).collect(Collectors.joining("\n"));
    }
}
