package fr.respop.server.reporting;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Measure.MeasureGroupStratifierComponentComponent;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;

/**
 * The stratifier of a measure that counts residents by step and stratum at once.
 *
 * <p>A report names its components by the text of their code, a measure by their id too.
 *
 * @param step the text of the component {@code cell-step}
 * @param stratum the text of the component {@code cell-stratum}
 */
record DeploymentCells(String step, String stratum) {

    private static final String ID = "cell";

    /** Empty if the measure counts something else. */
    static Optional<DeploymentCells> of(Measure measure) {
        return text(measure, "cell-step")
                .flatMap(step -> text(measure, "cell-stratum").map(stratum -> new DeploymentCells(step, stratum)));
    }

    private static Optional<String> text(Measure measure, String id) {
        return measure.getGroup().stream()
                .flatMap(group -> group.getStratifier().stream())
                .flatMap(stratifier -> stratifier.getComponent().stream())
                .filter(component -> id.equals(component.getId()))
                .map(MeasureGroupStratifierComponentComponent::getCode)
                .map(code -> code.getText())
                .findFirst();
    }

    /** The residents by the number of the stratum, and then by the step. */
    Map<String, Map<String, Integer>> counts(MeasureReport report) {
        var counts = new HashMap<String, Map<String, Integer>>();
        report.getGroup().stream()
                .flatMap(group -> group.getStratifier().stream())
                .filter(stratifier -> ID.equals(stratifier.getId()))
                .flatMap(stratifier -> stratifier.getStratum().stream())
                .forEach(cell -> counts.computeIfAbsent(value(cell, stratum), none -> new HashMap<>())
                        .merge(value(cell, step), cell.getPopulationFirstRep().getCount(), Integer::sum));
        return counts;
    }

    private static String value(StratifierGroupComponent cell, String text) {
        return cell.getComponent().stream()
                .filter(component -> text.equals(component.getCode().getText()))
                .map(component -> component.getValue().getText())
                .findFirst()
                .orElse("");
    }
}
