package fr.respop.engine.report;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Reference;
import org.opencds.cqf.fhir.cr.measure.MeasureStratifierType;
import org.opencds.cqf.fhir.cr.measure.common.GroupDef;
import org.opencds.cqf.fhir.cr.measure.common.MeasureDef;
import org.opencds.cqf.fhir.cr.measure.common.MeasurePopulationType;
import org.opencds.cqf.fhir.cr.measure.common.MeasureScoreCalculator;
import org.opencds.cqf.fhir.cr.measure.common.PopulationDef;
import org.opencds.cqf.fhir.cr.measure.common.QuantityDef;
import org.opencds.cqf.fhir.cr.measure.common.StratumDef;
import org.opencds.cqf.fhir.cr.measure.common.StratumPopulationDef;

/**
 * Writes the observed values of a few subjects into their report.
 *
 * <p>Averages and medians do not add up, their values do: so a partial report carries the values.
 */
final class ObservedValues {

    private ObservedValues() {}

    static void write(MeasureReport report, MeasureDef definition) {
        for (int i = 0; i < definition.groups().size(); i++) {
            write(report.getGroup().get(i), definition.groups().get(i));
        }
    }

    private static void write(MeasureReport.MeasureReportGroupComponent reported, GroupDef group) {
        for (var observations : group.getPopulationDefs(MeasurePopulationType.MEASUREOBSERVATION)) {
            find(observations, CountedPopulation.of(reported))
                    .addObservedValues(values(observations.getAllSubjectResources()));
            for (int i = 0; i < group.stratifiers().size(); i++) {
                var strata = group.stratifiers().get(i).getStratum();
                for (int j = 0; j < strata.size(); j++) {
                    var stratum = reported.getStratifier().get(i).getStratum().get(j);
                    var population = find(observations, CountedPopulation.of(stratum));
                    population.addObservedValues(values(members(observations, strata.get(j))));
                    // Clinical-reasoning 4.4.0 lists the text of the values here, in place of subjects.
                    population.setSubjects(new Reference());
                }
            }
        }
    }

    private static CountedPopulation find(PopulationDef definition, List<CountedPopulation> populations) {
        return populations.stream()
                .filter(population -> definition.id().equals(population.id()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Double> values(Collection<Object> observations) {
        return MeasureScoreCalculator.collectQuantities(observations).stream()
                .map(QuantityDef::value)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Collection<Object> members(PopulationDef observations, StratumDef stratum) {
        var inStratum = stratum.getStratumPopulation(observations);
        if (inStratum.measureStratifierType() == MeasureStratifierType.NON_SUBJECT_VALUE
                && !inStratum.isBooleanBasis()) {
            return ofResources(observations, inStratum);
        }
        var subjects = inStratum.getSubjectsUnqualified();
        return observations.getSubjectResources().entrySet().stream()
                .filter(entry -> subjects.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    private static Collection<Object> ofResources(PopulationDef observations, StratumPopulationDef inStratum) {
        var ids = inStratum.resourceIdsAsSet();
        var found = new HashMap<Object, Object>();
        for (var observed : observations.getAllSubjectResources()) {
            if (observed instanceof Map<?, ?> values) {
                values.forEach((member, value) -> {
                    if (member instanceof IBaseResource resource
                            && ids.contains(
                                    resource.getIdElement().toVersionless().getValue())) {
                        found.put(member, value);
                    }
                });
            }
        }
        return List.of(found);
    }
}
