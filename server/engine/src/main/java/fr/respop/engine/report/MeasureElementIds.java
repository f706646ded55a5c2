package fr.respop.engine.report;

import java.util.List;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Measure;

/** Gives ids to the elements of a measure that have none: scoring finds them by id, but FHIR does not ask for one. */
final class MeasureElementIds {

    private MeasureElementIds() {}

    /** A copy of the measure in which every element that is scored has an id. */
    static Measure complete(Measure original) {
        var measure = original.copy();
        if (!measure.hasId()) {
            measure.setId("measure");
        }
        number(measure.getGroup(), "group");
        number(measure.getSupplementalData(), "supplemental-data");
        for (var group : measure.getGroup()) {
            number(group.getPopulation(), "population");
            number(group.getStratifier(), "stratifier");
            group.getStratifier().forEach(stratifier -> number(stratifier.getComponent(), "component"));
        }
        return measure;
    }

    private static void number(List<? extends Element> elements, String name) {
        for (int i = 0; i < elements.size(); i++) {
            if (!elements.get(i).hasId()) {
                elements.get(i).setId(name + "-" + (i + 1));
            }
        }
    }
}
