package fr.respop.engine.report;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BackboneElement;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupPopulationComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupPopulationComponent;
import org.hl7.fhir.r4.model.Reference;
import org.opencds.cqf.fhir.cr.measure.common.PopulationDef;
import org.opencds.cqf.fhir.cr.measure.r4.utils.R4MeasureReportUtils;

/** A population of a group or of a stratum in a report: FHIR has two types for what is the same thing here. */
sealed interface CountedPopulation {

    /** Holds an observed value in a report that is yet to be added up; the sum does not carry it. */
    String OBSERVED_VALUE = "https://respop.org/fhir/StructureDefinition/respop-observed-value";

    BackboneElement element();

    int count();

    void setCount(int count);

    Reference subjects();

    void setSubjects(Reference subjects);

    /** States what the observed values come to, and how. */
    void setAggregate(PopulationDef observations, Optional<Double> result);

    default String id() {
        return element().getId();
    }

    default void addObservedValues(List<Double> values) {
        values.forEach(value -> element().addExtension(OBSERVED_VALUE, new DecimalType(value)));
    }

    default List<Double> observedValues() {
        return element().getExtensionsByUrl(OBSERVED_VALUE).stream()
                .map(extension ->
                        ((DecimalType) extension.getValue()).getValue().doubleValue())
                .toList();
    }

    default void removeObservedValues() {
        element().getExtension().removeIf(extension -> OBSERVED_VALUE.equals(extension.getUrl()));
    }

    static List<CountedPopulation> of(MeasureReportGroupComponent group) {
        return group.getPopulation().stream()
                .<CountedPopulation>map(OfGroup::new)
                .toList();
    }

    static List<CountedPopulation> of(StratifierGroupComponent stratum) {
        return stratum.getPopulation().stream()
                .<CountedPopulation>map(OfStratum::new)
                .toList();
    }

    record OfGroup(MeasureReportGroupPopulationComponent element) implements CountedPopulation {

        @Override
        public int count() {
            return element.getCount();
        }

        @Override
        public void setCount(int count) {
            element.setCount(count);
        }

        @Override
        public Reference subjects() {
            return element.getSubjectResults();
        }

        @Override
        public void setSubjects(Reference subjects) {
            element.setSubjectResults(subjects);
        }

        @Override
        public void setAggregate(PopulationDef observations, Optional<Double> result) {
            R4MeasureReportUtils.addAggregationResultMethodAndCriteriaRef(
                    element,
                    observations.getAggregateMethod(),
                    result.orElse(null),
                    observations.getCriteriaReference());
        }
    }

    record OfStratum(StratifierGroupPopulationComponent element) implements CountedPopulation {

        @Override
        public int count() {
            return element.getCount();
        }

        @Override
        public void setCount(int count) {
            element.setCount(count);
        }

        @Override
        public Reference subjects() {
            return element.getSubjectResults();
        }

        @Override
        public void setSubjects(Reference subjects) {
            element.setSubjectResults(subjects);
        }

        @Override
        public void setAggregate(PopulationDef observations, Optional<Double> result) {
            R4MeasureReportUtils.addAggregationResultMethodAndCriteriaRef(
                    element,
                    observations.getAggregateMethod(),
                    result.orElse(null),
                    observations.getCriteriaReference());
        }
    }
}
