package fr.respop.engine.report;

import java.util.Optional;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.opencds.cqf.fhir.cr.measure.constant.MeasureConstants;

/** Adds up the supplemental data of reports: values are counted, resources are listed once each. */
final class SupplementalData {

    private SupplementalData() {}

    static void add(MeasureReport total, MeasureReport part) {
        for (var extension : part.getExtensionsByUrl(MeasureConstants.EXT_SDE_REFERENCE_URL)) {
            var reference = (Reference) extension.getValue();
            if (!counted(total, part, reference)) {
                list(total, part, extension, reference);
            }
        }
    }

    /** Makes each count that of so many times the subjects. */
    static void multiply(MeasureReport report, int factor) {
        for (var extension : report.getExtensionsByUrl(MeasureConstants.EXT_SDE_REFERENCE_URL)) {
            contained(report, (Reference) extension.getValue())
                    .filter(resource -> resource instanceof Observation value && value.hasValueIntegerType())
                    .map(Observation.class::cast)
                    .ifPresent(value -> value.setValue(
                            new IntegerType(value.getValueIntegerType().getValue() * factor)));
        }
    }

    private static boolean counted(MeasureReport total, MeasureReport part, Reference reference) {
        if (!(contained(part, reference).orElse(null) instanceof Observation count)) {
            return false;
        }
        for (var candidate : total.getContained()) {
            if (candidate instanceof Observation known && isSameValue(known, count)) {
                var sum = known.getValueIntegerType().getValue()
                        + count.getValueIntegerType().getValue();
                known.setValue(new IntegerType(sum));
                return true;
            }
        }
        return false;
    }

    private static boolean isSameValue(Observation one, Observation other) {
        return one.hasValueIntegerType()
                && other.hasValueIntegerType()
                && one.getCode().equalsDeep(other.getCode())
                && Observation.compareDeep(one.getExtension(), other.getExtension(), false);
    }

    private static void list(MeasureReport total, MeasureReport part, Extension extension, Reference reference) {
        var isListed = total.getExtensionsByUrl(MeasureConstants.EXT_SDE_REFERENCE_URL).stream()
                .anyMatch(known -> ((Reference) known.getValue()).getReference().equals(reference.getReference()));
        if (!isListed) {
            total.addExtension(extension);
            contained(part, reference).ifPresent(total::addContained);
        }
    }

    static Optional<Resource> contained(MeasureReport report, Reference reference) {
        return report.getContained().stream()
                .filter(resource -> reference
                        .getReference()
                        .equals("#" + resource.getIdElement().getIdPart()))
                .findFirst();
    }
}
