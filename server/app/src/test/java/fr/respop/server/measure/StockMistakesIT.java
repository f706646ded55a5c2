package fr.respop.server.measure;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.FhirHttp;
import fr.respop.server.OnAnyDatabase;
import fr.respop.server.ServerTest;
import java.util.List;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupPopulationComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Where clinical-reasoning's own evaluation is wrong or refuses: what is right, over HTTP. */
@OnAnyDatabase
@ServerTest
class StockMistakesIT {

    private final ForeignServer foreign;

    @Autowired
    StockMistakesIT(FhirHttp fhir) {
        this.foreign = new ForeignServer(fhir);
    }

    @BeforeEach
    void store() {
        foreign.storeOnce();
    }

    /** The stock scores a stratum as numerator over denominator, without exclusions and exceptions. */
    @Test
    void scoresAStratumOfEverybodyAsTheGroup() {
        var measure = ForeignMeasure.proportion("by-nothing").stratifier("Everybody");
        foreign.store(measure.get());

        var ours = foreign.ours(measure, "population", ForeignServer.POPULATION).getGroupFirstRep();
        var stock = foreign.stock(measure, "population", ForeignServer.MEMBERS).getGroupFirstRep();

        assertThat(stratumScore(ours)).isEqualTo(score(ours.getMeasureScore()));
        assertThat(score(ours.getMeasureScore())).isEqualTo(score(stock.getMeasureScore()));
        assertThat(stratumScore(stock)).isNotEqualTo(score(stock.getMeasureScore()));
    }

    /** The stock looks for the value true among subjects, and finds nobody. */
    @Test
    void countsThoseForWhomACriterionIsTrue() {
        var byCriterion = ForeignMeasure.proportion("by-criterion").criteriaStratifier("Is Old");
        var byValue = ForeignMeasure.proportion("by-value").stratifier("Is Old");
        foreign.store(byCriterion.get());
        foreign.store(byValue.get());

        var strata = strata(foreign.ours(byCriterion, "population", ForeignServer.POPULATION));

        assertThat(strata).hasSize(1);
        assertThat(counts(strata.get(0)))
                .isEqualTo(strata(foreign.ours(byValue, "population", ForeignServer.POPULATION)).stream()
                        .filter(stratum -> "true".equals(stratum.getValue().getText()))
                        .map(StockMistakesIT::counts)
                        .findFirst()
                        .orElseThrow());
        assertThat(counts(strata.get(0))).startsWith(3);
        assertThat(counts(strata(foreign.stock(byCriterion, "population", ForeignServer.MEMBERS))
                        .get(0)))
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
        foreign.store(measure.get());

        assertThat(ReportFacts.of(foreign.ours(measure, "subject-list", ForeignServer.POPULATION)))
                .noneMatch(fact -> fact.contains("QuantityDef"));
        assertThat(ReportFacts.of(foreign.stock(measure, "subject-list", ForeignServer.MEMBERS)))
                .anyMatch(fact -> fact.contains("QuantityDef"));
    }

    /** The stock refuses measures without the ids of elements, which FHIR does not ask for. */
    @Test
    void needsNoElementIds() {
        var withIds =
                ForeignMeasure.proportion("with-ids").stratifier("Age Group").supplementalData("Gender");
        var bare =
                ForeignMeasure.proportion("without-ids").stratifier("Age Group").supplementalData("Gender");
        bare.get().getGroup().forEach(StockMistakesIT::removeIds);
        bare.get().getSupplementalData().forEach(element -> element.setId(null));
        foreign.store(withIds.get());
        foreign.store(bare.get());

        var expected = foreign.ours(withIds, "population", ForeignServer.POPULATION);
        var found = foreign.ours(bare, "population", ForeignServer.POPULATION);

        assertThat(found.getGroupFirstRep().getPopulation())
                .extracting(MeasureReportGroupPopulationComponent::getCount)
                .containsExactlyElementsOf(expected.getGroupFirstRep().getPopulation().stream()
                        .map(MeasureReportGroupPopulationComponent::getCount)
                        .toList());
        assertThat(strata(found).stream().map(StockMistakesIT::counts))
                .containsExactlyElementsOf(
                        strata(expected).stream().map(StockMistakesIT::counts).toList());
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
        foreign.store(measure.get());

        assertThat(ReportFacts.of(foreign.ours(measure, "population", ForeignServer.POPULATION)))
                .contains("group group-1 initial-population = " + ForeignResidents.COUNT);
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
}
