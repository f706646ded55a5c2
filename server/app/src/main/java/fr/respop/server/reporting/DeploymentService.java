package fr.respop.server.reporting;

import fr.respop.server.fhir.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.springframework.stereotype.Component;

/** Sets the kept reports of a target population beside the numbers that are expected in a territory of its size. */
@Component
class DeploymentService {

    private final TargetGroups groups;
    private final ReportedMeasures measures;
    private final KeptReports kept;
    private final ExpectedNumbers expected;

    DeploymentService(TargetGroups groups, ReportedMeasures measures, KeptReports kept, ExpectedNumbers expected) {
        this.groups = groups;
        this.measures = measures;
        this.kept = kept;
        this.expected = expected;
    }

    /**
     * A row for each month that has a report, and each stratum, in their order.
     *
     * @throws Refusal 404 if there is no such Group; 422 if it is no target population
     */
    List<DeploymentRow> rows(String groupId, DeploymentRequest request) {
        var group = groups.get(groupId);
        var strata = expected.of(group.programme());
        var rows = new ArrayList<DeploymentRow>();
        var reports = kept.of(groupId);
        for (var measure : measures.of(group.programme())) {
            DeploymentCells.of(measure)
                    .ifPresent(cells -> reports.stream()
                            .filter(report -> KeptReports.isOf(measure, report))
                            .filter(report -> request.includes(kept.month(report)))
                            .sorted(Comparator.comparing(kept::month))
                            .forEach(report -> {
                                var counts = cells.counts(report);
                                strata.forEach(stratum -> rows.add(row(report, stratum, counts, request)));
                            }));
        }
        return rows;
    }

    private DeploymentRow row(
            MeasureReport report,
            ExpectedStratum stratum,
            Map<String, Map<String, Integer>> counts,
            DeploymentRequest request) {
        return new DeploymentRow(
                kept.month(report),
                report,
                stratum,
                request.residents().orElseGet(() -> residents(report)),
                counts.getOrDefault(stratum.number(), Map.of()));
    }

    private static int residents(MeasureReport report) {
        return report.getExtensionByUrl(MonthlyReporter.RESIDENTS) == null
                ? 0
                : ((IntegerType) report.getExtensionByUrl(MonthlyReporter.RESIDENTS)
                                .getValue())
                        .getValue();
    }

    /** What the expected numbers rest on, for people. */
    String basis() {
        return expected.meaning();
    }
}
