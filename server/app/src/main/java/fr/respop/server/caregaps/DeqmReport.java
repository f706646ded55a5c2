package fr.respop.server.caregaps;

import java.util.List;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Measure.MeasureGroupComponent;
import org.hl7.fhir.r4.model.Measure.MeasureGroupStratifierComponent;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupStratifierComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/**
 * Adds to an individual report what DEQM's profile asks for: who reports, how the measure is scored, by what strata
 * are told apart, and of which element of the measure each element of the report tells.
 */
final class DeqmReport {

    private static final String PROFILE =
            "http://hl7.org/fhir/uv/deqm/StructureDefinition/deqm-individualmeasurereport";
    private static final String SCORING = "http://hl7.org/fhir/uv/deqm/StructureDefinition/deqm-measureScoring";
    private static final String LINK_ID =
            "http://hl7.org/fhir/5.0/StructureDefinition/extension-MeasureReport.%s.linkId";
    private static final String GROUP = "group";
    private static final String POPULATION = "group.population";
    private static final String STRATIFIER = "group.stratifier";
    private static final String STRATUM_POPULATION = "group.stratifier.stratum.population";
    private static final String STRATUM_COMPONENT = "group.stratifier.stratum.component";

    private DeqmReport() {}

    /** @param reporter a reference to who reports */
    static void complete(MeasureReport report, Measure measure, String reporter) {
        report.getMeta().addProfile(PROFILE);
        report.setReporter(new Reference(reporter));
        report.addExtension(new Extension(SCORING, measure.getScoring().copy()));
        if (measure.hasImprovementNotation()) {
            report.setImprovementNotation(measure.getImprovementNotation().copy());
        }
        for (int i = 0; i < report.getGroup().size(); i++) {
            link(report.getGroup().get(i), measure.getGroup().get(i));
        }
    }

    private static void link(MeasureReportGroupComponent group, MeasureGroupComponent definition) {
        link(group, GROUP);
        group.getPopulation().forEach(population -> link(population, POPULATION));
        for (int i = 0; i < group.getStratifier().size(); i++) {
            link(group.getStratifier().get(i), definition.getStratifier().get(i));
        }
    }

    private static void link(
            MeasureReportGroupStratifierComponent stratifier, MeasureGroupStratifierComponent definition) {
        link(stratifier, STRATIFIER);
        stratifier.getStratum().forEach(DeqmReport::link);
        if (!stratifier.hasCode()
                && stratifier.getStratum().stream().noneMatch(StratifierGroupComponent::hasComponent)) {
            // The list of codes that scoring leaves behind cannot be added to.
            stratifier.setCode(
                    List.of(definition.getComponentFirstRep().getCode().copy()));
        }
    }

    private static void link(StratifierGroupComponent stratum) {
        stratum.getPopulation().forEach(population -> {
            link(population, STRATUM_POPULATION);
            // The population of the whole group has this id, and no two elements may have the same.
            population.setId((String) null);
        });
        stratum.getComponent().forEach(component -> link(component, STRATUM_COMPONENT));
    }

    /** An element of a report has the id of the measure's element. */
    private static void link(Element element, String path) {
        if (element.hasId()) {
            element.addExtension(new Extension(LINK_ID.formatted(path), new StringType(element.getId())));
        }
    }
}
