package fr.respop.engine.report;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Quantity;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.fhir.cr.measure.common.GroupDef;
import org.opencds.cqf.fhir.cr.measure.common.MeasurePopulationType;
import org.opencds.cqf.fhir.cr.measure.common.MeasureScoreCalculator;
import org.opencds.cqf.fhir.cr.measure.common.MeasureScoring;
import org.opencds.cqf.fhir.cr.measure.common.PopulationDef;
import org.opencds.cqf.fhir.cr.measure.common.QuantityDef;

/**
 * Computes the scores of a report from its counts and observed values.
 *
 * <p>A stratum is scored by the same formula as its group, so that a stratum of everybody has the score of the group.
 */
final class Scores {

    private final GroupDef group;

    private Scores(GroupDef group) {
        this.group = group;
    }

    static void write(MeasureReport report, ScorableMeasure measure) {
        var groups = measure.definition().groups();
        for (int i = 0; i < groups.size(); i++) {
            new Scores(groups.get(i)).write(report.getGroup().get(i));
        }
    }

    private void write(MeasureReport.MeasureReportGroupComponent reported) {
        reported.setMeasureScore(quantity(score(CountedPopulation.of(reported))));
        for (var stratifier : reported.getStratifier()) {
            for (var stratum : stratifier.getStratum()) {
                stratum.setMeasureScore(quantity(score(CountedPopulation.of(stratum))));
            }
        }
    }

    private static @Nullable Quantity quantity(Optional<Double> score) {
        return score.map(value -> new Quantity().setValue(value)).orElse(null);
    }

    private Optional<Double> score(List<CountedPopulation> populations) {
        var scoring = group.measureScoring();
        if (scoring == MeasureScoring.COHORT) {
            return Optional.empty();
        }
        if (scoring == MeasureScoring.CONTINUOUSVARIABLE) {
            return aggregate(group.getSingle(MeasurePopulationType.MEASUREOBSERVATION), populations);
        }
        var observes = group.hasPopulationType(MeasurePopulationType.MEASUREOBSERVATION);
        var score = observes ? ratioOfObservations(populations) : proportion(populations);
        return observes || scoring == MeasureScoring.PROPORTION ? score.flatMap(this::towardsImprovement) : score;
    }

    private Optional<Double> towardsImprovement(double score) {
        return Optional.ofNullable(MeasureScoreCalculator.scoreGroupAccordingToIncreaseImprovementNotation(
                score, group.isIncreaseImprovementNotation()));
    }

    private Optional<Double> proportion(List<CountedPopulation> populations) {
        return Optional.ofNullable(MeasureScoreCalculator.calculateProportionScore(
                count(MeasurePopulationType.NUMERATOR, populations),
                count(MeasurePopulationType.NUMERATOREXCLUSION, populations),
                count(MeasurePopulationType.DENOMINATOR, populations),
                count(MeasurePopulationType.DENOMINATOREXCLUSION, populations),
                count(MeasurePopulationType.DENOMINATOREXCEPTION, populations)));
    }

    private int count(MeasurePopulationType type, List<CountedPopulation> populations) {
        return group.getPopulationDefs(type).stream()
                .findFirst()
                .flatMap(definition -> find(definition, populations))
                .map(CountedPopulation::count)
                .orElse(0);
    }

    private Optional<Double> ratioOfObservations(List<CountedPopulation> populations) {
        var numerator = aggregate(observationsOf(MeasurePopulationType.NUMERATOR), populations);
        var denominator = aggregate(observationsOf(MeasurePopulationType.DENOMINATOR), populations);
        return numerator.flatMap(over -> denominator.flatMap(
                under -> Optional.ofNullable(MeasureScoreCalculator.calculateRatioScore(over, under))));
    }

    private @Nullable PopulationDef observationsOf(MeasurePopulationType type) {
        return group.findRatioObservationPopulationDef(
                group.getPopulationDefs(MeasurePopulationType.MEASUREOBSERVATION), type);
    }

    private static Optional<Double> aggregate(
            @Nullable PopulationDef observations, List<CountedPopulation> populations) {
        if (observations == null) {
            return Optional.empty();
        }
        var population = find(observations, populations);
        var values = population.map(CountedPopulation::observedValues).orElse(List.of());
        var result = Optional.ofNullable(MeasureScoreCalculator.aggregateContinuousVariable(
                        values.stream().map(QuantityDef::new).toList(), observations.getAggregateMethod()))
                .map(QuantityDef::value);
        population.ifPresent(reported -> reported.setAggregate(observations, result));
        return result;
    }

    private static Optional<CountedPopulation> find(PopulationDef definition, List<CountedPopulation> populations) {
        return populations.stream()
                .filter(population -> definition.id().equals(population.id()))
                .findFirst();
    }
}
