package fr.respop.engine.report;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.ListResource.ListEntryComponent;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.opencds.cqf.fhir.cr.measure.common.MeasureInfo;
import org.opencds.cqf.fhir.cr.measure.constant.MeasureConstants;

/**
 * Puts a report into an order that depends on its contents alone: strata by value, subjects and resources by reference,
 * contained resources as they are referred to, with numbers for ids.
 */
final class ReportOrder {

    private final MeasureReport report;
    private final SubjectLists lists;
    private final Map<String, Resource> supplemental = new HashMap<>();
    private final List<Resource> contained = new ArrayList<>();

    private ReportOrder(MeasureReport report) {
        this.report = report;
        this.lists = new SubjectLists(report);
        report.getContained()
                .forEach(resource ->
                        supplemental.put("#" + resource.getIdElement().getIdPart(), resource));
    }

    static void settle(MeasureReport report) {
        new ReportOrder(report).settle();
    }

    private void settle() {
        for (var group : report.getGroup()) {
            settle(CountedPopulation.of(group));
            for (var stratifier : group.getStratifier()) {
                stratifier.getStratum().sort(Comparator.comparing(StratumKey::of));
                stratifier.getStratum().forEach(ReportOrder::settleComponents);
                stratifier.getStratum().forEach(stratum -> settle(CountedPopulation.of(stratum)));
            }
        }
        settleSupplementalData();
        report.getEvaluatedResource().sort(Comparator.comparing(Reference::getReference));
        report.setContained(contained);
    }

    private static void settleComponents(StratifierGroupComponent stratum) {
        stratum.getComponent().sort(Comparator.comparing(component -> StratumKey.text(component.getCode())));
    }

    private void settle(List<CountedPopulation> populations) {
        for (var population : populations) {
            population.removeObservedValues();
            if (population.subjects().hasReference()) {
                var list = lists.get(population.subjects());
                list.getEntry().sort(Comparator.comparing(ReportOrder::reference));
                contain(list, "subjects", population.subjects());
            }
        }
    }

    private static String reference(ListEntryComponent entry) {
        return entry.getItem().getReference();
    }

    private void settleSupplementalData() {
        var extensions = new ArrayList<>(report.getExtensionsByUrl(MeasureConstants.EXT_SDE_REFERENCE_URL));
        extensions.sort(Comparator.comparing(this::supplementalKey));
        report.getExtension().removeAll(extensions);
        for (var extension : extensions) {
            report.addExtension(extension);
            var reference = (Reference) extension.getValue();
            var resource = supplemental.get(reference.getReference());
            if (resource instanceof Observation value && isValue(value)) {
                contain(value, "supplemental-data", reference);
            } else if (resource != null) {
                contained.add(resource);
            }
        }
    }

    /** A value is known by its measure element, code and value; a resource, which is the subject's own, by its id. */
    private String supplementalKey(Extension extension) {
        var reference = ((Reference) extension.getValue()).getReference();
        var resource = supplemental.get(reference);
        if (!(resource instanceof Observation observation) || !isValue(observation)) {
            return reference;
        }
        var value = observation.copy();
        value.setId((String) null);
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(value);
    }

    private static boolean isValue(Observation observation) {
        return observation.hasExtension(MeasureInfo.EXT_URL);
    }

    private void contain(Resource resource, String name, Reference reference) {
        contained.add(resource);
        resource.setId(name + "-" + contained.size());
        reference.setReference("#" + resource.getId());
    }
}
