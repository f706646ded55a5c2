package fr.respop.server.measure;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.repository.IRepository;
import ca.uhn.fhir.rest.api.server.IRepositoryFactory;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import fr.respop.server.FhirHttp;
import fr.respop.server.ServerTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupPopulationComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencds.cqf.fhir.utility.repository.InMemoryFhirRepository;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Measures that are not ours, on generated residents: this server over HTTP says what clinical-reasoning's own evaluation
 * says of the same stored resources, and where that one is wrong, what is right.
 */
@ServerTest
class StockDifferenceIT {

    private static final int RESIDENTS = 40;
    private static final String BASE = "https://example.org/foreign/";
    private static final String YEAR = "periodStart=2025-01-01&periodEnd=2025-12-31";
    private static final String POPULATION = "Group/foreign-population";
    private static final String MEMBERS = "Group/foreign-members";

    private static final StockEvaluation STOCK = new StockEvaluation();

    /** Looking things up in the database takes the stock evaluation most of its time. */
    private static final IRepository IN_MEMORY = new InMemoryFhirRepository(FhirContext.forR4Cached());

    private static boolean isStored;

    private final FhirHttp fhir;
    private final IRepositoryFactory repositories;

    @Autowired
    StockDifferenceIT(FhirHttp fhir, IRepositoryFactory repositories) {
        this.fhir = fhir;
        this.repositories = repositories;
    }

    @BeforeEach
    void store() {
        if (!isStored) {
            content().forEach(resource -> fhir.put(path(resource), resource).isStored());
            Stream.of(content(), ForeignResidents.generate(RESIDENTS), List.of(members()))
                    .flatMap(List::stream)
                    .forEach(StockDifferenceIT::inMemory);
            var records = new Bundle().setType(Bundle.BundleType.TRANSACTION);
            ForeignResidents.generate(RESIDENTS)
                    .forEach(resource -> records.addEntry()
                            .setResource(resource)
                            .getRequest()
                            .setMethod(Bundle.HTTPVerb.PUT)
                            .setUrl(path(resource)));
            fhir.post("", records).hasStatus(200);
            fhir.put("Group/foreign-members", members()).isStored();
            isStored = true;
        }
    }

    /** Every scoring, kind of population, stratifier and supplemental data. */
    static Stream<ForeignMeasure> measures() {
        return Stream.of(
                ForeignMeasure.of("cohort", "cohort")
                        .population("initial-population", "Has Diabetes")
                        .supplementalData("Gender")
                        .supplementalData("Decade")
                        .supplementalData("Diabetes Conditions"),
                ForeignMeasure.proportion("increase").improvement("increase"),
                ForeignMeasure.proportion("decrease").improvement("decrease"),
                ForeignMeasure.of("ratio", "ratio")
                        .population("initial-population", "Everybody")
                        .population("denominator", "Was In Hospital")
                        .population("denominator-exclusion", "Is Old")
                        .population("numerator", "Has Diabetes")
                        .population("numerator-exclusion", "Had A Procedure"),
                ForeignMeasure.proportion("by-text").stratifier("Age Group"),
                ForeignMeasure.proportion("by-integer").stratifier("Decade"),
                ForeignMeasure.proportion("by-boolean").stratifier("Is Old"),
                ForeignMeasure.proportion("by-null").stratifier("Gender"),
                ForeignMeasure.proportion("by-code").stratifier("Gender Code"),
                ForeignMeasure.proportion("by-two").stratifier("Age Group", "Is Old"),
                ForeignMeasure.of("groups", "proportion")
                        .population("initial-population", "Has Diabetes")
                        .population("denominator", "Has Diabetes")
                        .population("numerator", "Is Measured")
                        .stratifier("Age Group")
                        .group()
                        .population("initial-population", "Everybody")
                        .population("denominator", "Is Measured")
                        .population("numerator", "Is Controlled"),
                ForeignMeasure.of("other-types", "ratio")
                        .population("initial-population", "Everybody")
                        .population("denominator", "Is Covered")
                        .population("numerator", "Takes Metformin"),
                ForeignMeasure.of("observed-subjects", "continuous-variable")
                        .population("initial-population", "Everybody")
                        .population("measure-population", "Has Diabetes")
                        .population("measure-population-exclusion", "Is Old")
                        .observation("measure-population", "Result Count", "avg"),
                ForeignMeasure.of("stays", "cohort", "Encounter").population("initial-population", "Stays"),
                ForeignMeasure.of("procedures", "cohort", "Procedure").population("initial-population", "Procedures"),
                ForeignMeasure.of("long-stays", "proportion", "Encounter")
                        .population("initial-population", "Stays")
                        .population("denominator", "Stays")
                        .population("denominator-exclusion", "Second Half Stays")
                        .population("numerator", "Long Stays"),
                ForeignMeasure.of("stays-by-resident", "cohort", "Encounter")
                        .population("initial-population", "Stays")
                        .stratifier("Age Group"),
                ForeignMeasure.of("stays-by-kind", "cohort", "Encounter")
                        .population("initial-population", "Stays")
                        .stratifier("Kind"),
                ForeignMeasure.of("stays-by-criterion", "cohort", "Encounter")
                        .population("initial-population", "Stays")
                        .criteriaStratifier("Inpatient Stays"),
                lengths("sum"),
                lengths("avg"),
                lengths("median"),
                lengths("min"),
                lengths("max"),
                lengths("count"),
                ForeignMeasure.of("days-by-resident", "continuous-variable", "Encounter")
                        .population("initial-population", "Stays")
                        .population("measure-population", "Stays")
                        .observation("measure-population", "Length", "sum")
                        .stratifier("Age Group"),
                ForeignMeasure.of("days-by-kind", "continuous-variable", "Encounter")
                        .population("initial-population", "Stays")
                        .population("measure-population", "Stays")
                        .observation("measure-population", "Length", "sum")
                        .stratifier("Kind"),
                ForeignMeasure.of("days-over-days", "ratio", "Encounter")
                        .population("initial-population", "Stays")
                        .population("denominator", "Stays")
                        .population("numerator", "Inpatient Stays")
                        .observation("denominator", "Length", "sum")
                        .observation("numerator", "Length", "sum"));
    }

    private static ForeignMeasure lengths(String method) {
        return ForeignMeasure.of("length-" + method, "continuous-variable", "Encounter")
                .population("initial-population", "Stays")
                .population("measure-population", "Stays")
                .population("measure-population-exclusion", "Second Half Stays")
                .observation("measure-population", "Length", method);
    }

    @ParameterizedTest
    @MethodSource("measures")
    void countsAndListsWhatTheStockDoes(ForeignMeasure measure) {
        store(measure.get());

        assertThat(known(ours(measure, "subject-list", POPULATION)))
                .isEqualTo(known(stock(measure, "subject-list", MEMBERS)));
    }

    @ParameterizedTest
    @MethodSource("measures")
    void countsTheSameWithAndWithoutLists(ForeignMeasure measure) {
        store(measure.get());

        assertThat(withoutLists(ours(measure, "population", POPULATION)))
                .isEqualTo(withoutLists(ours(measure, "subject-list", POPULATION)));
    }

    @ParameterizedTest
    @MethodSource("measures")
    void saysOfOneResidentWhatTheStockSays(ForeignMeasure measure) {
        store(measure.get());

        for (int i = 0; i < RESIDENTS; i += 13) {
            var resident = "Patient/" + ForeignResidents.id(i);
            assertThat(known(ours(measure, "subject", resident))).isEqualTo(known(stock(measure, "subject", resident)));
        }
    }

    @Test
    void theStockSaysOfStoredResidentsWhatItSaysOfThoseInMemory() {
        var measure = ForeignMeasure.proportion("stored").stratifier("Age Group");
        store(measure.get());

        assertThat(ReportFacts.of(
                        stock(repositories.create(new SystemRequestDetails()), measure, "population", MEMBERS)))
                .isEqualTo(ReportFacts.of(stock(measure, "population", MEMBERS)));
    }

    /** The stock scores a stratum as numerator over denominator, without exclusions and exceptions. */
    @Test
    void scoresAStratumOfEverybodyAsTheGroup() {
        var measure = ForeignMeasure.proportion("by-nothing").stratifier("Everybody");
        store(measure.get());

        var ours = ours(measure, "population", POPULATION).getGroupFirstRep();
        var stock = stock(measure, "population", MEMBERS).getGroupFirstRep();

        assertThat(stratumScore(ours)).isEqualTo(score(ours.getMeasureScore()));
        assertThat(score(ours.getMeasureScore())).isEqualTo(score(stock.getMeasureScore()));
        assertThat(stratumScore(stock)).isNotEqualTo(score(stock.getMeasureScore()));
    }

    /** The stock looks for the value true among subjects, and finds nobody. */
    @Test
    void countsThoseForWhomACriterionIsTrue() {
        var byCriterion = ForeignMeasure.proportion("by-criterion").criteriaStratifier("Is Old");
        var byValue = ForeignMeasure.proportion("by-value").stratifier("Is Old");
        store(byCriterion.get());
        store(byValue.get());

        var strata = strata(ours(byCriterion, "population", POPULATION));

        assertThat(strata).hasSize(1);
        assertThat(counts(strata.get(0)))
                .isEqualTo(strata(ours(byValue, "population", POPULATION)).stream()
                        .filter(stratum -> "true".equals(stratum.getValue().getText()))
                        .map(StockDifferenceIT::counts)
                        .findFirst()
                        .orElseThrow());
        assertThat(counts(strata.get(0))).startsWith(3);
        assertThat(counts(strata(stock(byCriterion, "population", MEMBERS)).get(0)))
                .containsOnly(0);
    }

    /** The stock lists the text of what it observed of a stratum, in an order of its own. */
    @Test
    void listsNoObservedValues() {
        var measure = ForeignMeasure.of("observed", "continuous-variable", "Encounter")
                .population("initial-population", "Stays")
                .population("measure-population", "Stays")
                .observation("measure-population", "Length", "sum")
                .stratifier("Age Group");
        store(measure.get());

        assertThat(ReportFacts.of(ours(measure, "subject-list", POPULATION)))
                .noneMatch(fact -> fact.contains("QuantityDef"));
        assertThat(ReportFacts.of(stock(measure, "subject-list", MEMBERS)))
                .anyMatch(fact -> fact.contains("QuantityDef"));
    }

    /** The stock refuses measures without the ids of elements, which FHIR does not ask for. */
    @Test
    void needsNoElementIds() {
        var withIds =
                ForeignMeasure.proportion("with-ids").stratifier("Age Group").supplementalData("Gender");
        var bare =
                ForeignMeasure.proportion("without-ids").stratifier("Age Group").supplementalData("Gender");
        bare.get().getGroup().forEach(StockDifferenceIT::removeIds);
        bare.get().getSupplementalData().forEach(element -> element.setId(null));
        store(withIds.get());
        store(bare.get());

        var expected = ours(withIds, "population", POPULATION);
        var found = ours(bare, "population", POPULATION);

        assertThat(found.getGroupFirstRep().getPopulation())
                .extracting(MeasureReportGroupPopulationComponent::getCount)
                .containsExactlyElementsOf(expected.getGroupFirstRep().getPopulation().stream()
                        .map(MeasureReportGroupPopulationComponent::getCount)
                        .toList());
        assertThat(strata(found).stream().map(StockDifferenceIT::counts))
                .containsExactlyElementsOf(
                        strata(expected).stream().map(StockDifferenceIT::counts).toList());
        assertThat(found.getContained()).hasSameSizeAs(expected.getContained());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/foreign/Library/Foreign",
                "https://example.org/foreign/Library/Foreign|1.2.0",
                "Library/Foreign"
            })
    void findsALibraryByCanonicalAndById(String reference) {
        var measure = ForeignMeasure.of("reference", "cohort")
                .population("initial-population", "Everybody")
                .library(reference);
        store(measure.get());

        assertThat(ReportFacts.of(ours(measure, "population", POPULATION)))
                .contains("group group-1 initial-population = " + RESIDENTS);
    }

    private static void removeIds(Measure.MeasureGroupComponent group) {
        group.setId(null);
        group.getPopulation().forEach(element -> element.setId(null));
        group.getStratifier().forEach(stratifier -> {
            stratifier.setId(null);
            stratifier.getComponent().forEach(element -> element.setId(null));
        });
    }

    private static List<StratifierGroupComponent> strata(MeasureReport report) {
        return report.getGroupFirstRep().getStratifierFirstRep().getStratum();
    }

    private static List<Integer> counts(StratifierGroupComponent stratum) {
        return stratum.getPopulation().stream()
                .map(population -> population.getCount())
                .toList();
    }

    private static double stratumScore(MeasureReportGroupComponent group) {
        return score(group.getStratifierFirstRep().getStratumFirstRep().getMeasureScore());
    }

    private static double score(Quantity score) {
        return score.getValue().doubleValue();
    }

    /** What a report says, without what the stock is known to get wrong and a test of its own is about. */
    private static List<String> known(MeasureReport report) {
        return ReportFacts.of(report).stream()
                .filter(fact -> !fact.matches(".* stratifier-\\d+ .* score = .*"))
                .map(fact -> fact.replaceFirst("( stratifier-\\d+ .*measure-observation = \\d+) .*", "$1"))
                .toList();
    }

    private static List<String> withoutLists(MeasureReport report) {
        return ReportFacts.of(report).stream()
                .filter(fact -> !fact.startsWith("type "))
                .map(fact -> fact.replaceFirst("( = \\d+) \\[.*", "$1"))
                .toList();
    }

    private void store(Measure measure) {
        fhir.put("Measure/" + measure.getIdPart(), measure).isStored();
    }

    private MeasureReport ours(ForeignMeasure measure, String reportType, String subject) {
        return fhir.get("Measure/" + measure.id() + "/$evaluate-measure?subject=" + subject + "&reportType="
                        + reportType + "&" + YEAR)
                .hasStatus(200)
                .as(MeasureReport.class);
    }

    private static MeasureReport stock(ForeignMeasure measure, String reportType, String subject) {
        inMemory(measure.get());
        return stock(IN_MEMORY, measure, reportType, subject);
    }

    private static void inMemory(Resource resource) {
        resource.setId(path(resource));
        IN_MEMORY.update(resource);
    }

    private static MeasureReport stock(
            IRepository repository, ForeignMeasure measure, String reportType, String subject) {
        return STOCK.evaluate(repository, measure.id(), reportType, subject);
    }

    private static List<Resource> content() {
        var resources = new ArrayList<Resource>();
        resources.add(library("ForeignElements", "2.1.0"));
        resources.add(library("Foreign", "1.2.0"));
        resources.add(diabetes());
        resources.add(territory());
        resources.add(programme());
        resources.add(population());
        return resources;
    }

    private static Library library(String name, String version) {
        var library = new Library();
        library.setId(name);
        library.setUrl(BASE + "Library/" + name)
                .setVersion(version)
                .setName(name)
                .setStatus(PublicationStatus.ACTIVE);
        library.setType(new CodeableConcept(
                new Coding("http://terminology.hl7.org/CodeSystem/library-type", "logic-library", null)));
        library.addContent(new Attachment().setContentType("text/cql").setData(text(name + ".cql")));
        return library;
    }

    private static byte[] text(String file) {
        try (var stream = StockDifferenceIT.class.getResourceAsStream("/foreign/" + file)) {
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ValueSet diabetes() {
        var valueSet = new ValueSet();
        valueSet.setId("foreign-diabetes");
        valueSet.setUrl(BASE + "ValueSet/diabetes").setVersion("1.0.0").setStatus(PublicationStatus.ACTIVE);
        var include = valueSet.getCompose().addInclude().setSystem("http://hl7.org/fhir/sid/icd-10");
        Stream.of("E11", "E11.9").forEach(code -> include.addConcept().setCode(code));
        return valueSet;
    }

    /** This server evaluates the residents of a territory who are members of a programme. */
    private static Organization territory() {
        var territory = new Organization().setName("Foreign").setActive(true);
        territory.setId("foreign-territory");
        territory
                .addType()
                .addCoding()
                .setSystem("https://respop.org/fhir/CodeSystem/respop-organization-type")
                .setCode("territory");
        territory.addExtension(
                "https://respop.org/fhir/StructureDefinition/respop-postal-code",
                new StringType(ForeignResidents.POSTAL_CODE));
        return territory;
    }

    private static CodeSystem programme() {
        var programmes = new CodeSystem();
        programmes.setId("foreign-programme");
        programmes
                .setUrl("https://respop.org/fhir/CodeSystem/respop-programme")
                .setVersion("0.0.0-foreign")
                .setStatus(PublicationStatus.ACTIVE)
                .setContent(CodeSystem.CodeSystemContentMode.FRAGMENT);
        var programme = programmes.addConcept().setCode("foreign");
        programme.addProperty().setCode("membership-library").setValue(new CodeType(BASE + "Library/Foreign"));
        programme.addProperty().setCode("membership-expression").setValue(new StringType("Everybody"));
        return programmes;
    }

    private static Group population() {
        var population = new Group().setActual(false).setType(Group.GroupType.PERSON);
        population.setId("foreign-population");
        population
                .addCharacteristic()
                .setExclude(false)
                .setCode(characteristic("territory"))
                .setValue(new Reference("Organization/foreign-territory"));
        population
                .addCharacteristic()
                .setExclude(false)
                .setCode(characteristic("programme"))
                .setValue(new CodeableConcept(
                        new Coding("https://respop.org/fhir/CodeSystem/respop-programme", "foreign", null)));
        return population;
    }

    private static CodeableConcept characteristic(String code) {
        return new CodeableConcept(
                new Coding("https://respop.org/fhir/CodeSystem/respop-group-characteristic", code, null));
    }

    /** The stock evaluation wants the residents listed. */
    private static Group members() {
        var members = new Group().setActual(true).setType(Group.GroupType.PERSON);
        members.setId("foreign-members");
        IntStream.range(0, RESIDENTS)
                .forEach(i -> members.addMember().setEntity(new Reference("Patient/" + ForeignResidents.id(i))));
        return members;
    }

    private static String path(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }
}
