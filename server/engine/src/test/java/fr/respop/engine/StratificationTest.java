package fr.respop.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StratificationTest {

    private static final String IN_2025 = "2025-06-01T10:00:00+02:00";

    @Test
    void countsByAnIntegerAndOrdersByItsSize() {
        var report = Reports.population(
                TestMeasure.cohort().stratifier("results", "Result Count"),
                withResults("a", 10),
                withResults("b", 2),
                withResults("c", 2),
                withResults("d", 0),
                Resident.man("healthy").withHbA1c(IN_2025));

        assertThat(Reports.strata(report)).containsExactly(entry("0", 1), entry("1", 0), entry("2", 2), entry("10", 1));
    }

    @Test
    void leavesOutSubjectsWithoutAValue() {
        var report = Reports.population(
                TestMeasure.cohort().stratifier("women", "Gender of Women"),
                Resident.woman("1").withDiabetes(),
                Resident.man("2").withDiabetes());

        assertThat(Reports.strata(report)).containsExactly(entry("female", 1));
        assertThat(Reports.counts(report)).contains(entry("initial-population", 2));
    }

    @Test
    void crossesComponents() {
        var report = Reports.population(
                TestMeasure.cohort().stratifier("results", "Result Count").secondComponent("gender", "Gender"),
                Resident.woman("1").withDiabetes(),
                Resident.man("2").withDiabetes(),
                Resident.woman("3").withDiabetes(),
                Resident.man("4").withDiabetes().withHbA1c(IN_2025));

        assertThat(Reports.strata(report))
                .containsExactly(entry("0+female", 2), entry("0+male", 1), entry("1+male", 1));
    }

    @Test
    void leavesOutSubjectsToWhomAComponentGivesNoValue() {
        var report = Reports.population(
                TestMeasure.cohort().stratifier("women", "Gender of Women").secondComponent("results", "Result Count"),
                Resident.woman("1").withDiabetes(),
                Resident.man("2").withDiabetes(),
                Resident.man("healthy"));

        assertThat(Reports.strata(report)).containsExactly(entry("0+female", 1));
    }

    @Test
    void countsByACriterion() {
        var report = Reports.population(
                TestMeasure.cohort().criteriaStratifier("Is Woman"),
                Resident.woman("1").withDiabetes(),
                Resident.woman("2").withDiabetes(),
                Resident.woman("3"),
                Resident.man("4").withDiabetes());

        assertThat(Reports.strata(report)).containsExactly(entry("", 2));
        assertThat(report.getGroupFirstRep().getStratifierFirstRep().getStratum())
                .hasSize(1);
    }

    @Test
    void refusesAnIntegerAsACriterionRatherThanCountNobody() {
        var measure = TestMeasure.cohort().criteriaStratifier("Result Count");

        assertThatThrownBy(() -> Reports.population(measure, Resident.woman("1").withDiabetes()))
                .isInstanceOf(MeasureNotEvaluable.class)
                .hasMessageContaining("Result Count");
    }

    @Test
    void refusesAFunctionWhenPopulationsAreOfSubjects() {
        var measure = TestMeasure.cohort().stratifier("function", "Observed Results");

        assertThatThrownBy(() -> Reports.population(measure, Resident.woman("1").withDiabetes()))
                .isInstanceOf(MeasureNotEvaluable.class)
                .hasMessageContaining("is a function");
    }

    @Test
    void scoresAStratumAsTheGroupIsScored() {
        var report = Reports.population(
                TestMeasure.proportion().improvement("increase").stratifier("gender", "Gender"),
                withResults("1", 2),
                withResults("2", 0).withRefusal(),
                withResults("3", 0));

        var group = report.getGroupFirstRep();
        var stratum = group.getStratifierFirstRep().getStratumFirstRep();
        assertThat(group.getMeasureScore().getValue().doubleValue()).isEqualTo(0.5);
        assertThat(stratum.getMeasureScore().getValue().doubleValue()).isEqualTo(0.5);
    }

    private static Resident withResults(String id, int results) {
        var times = IntStream.range(0, results).mapToObj(i -> IN_2025).toArray(String[]::new);
        return Resident.woman(id).withDiabetes().withHbA1c(times);
    }
}
