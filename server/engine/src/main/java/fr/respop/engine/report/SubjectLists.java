package fr.respop.engine.report;

import java.util.HashMap;
import java.util.Map;
import org.hl7.fhir.r4.model.ListResource;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Reference;

/** The lists of subjects that a report contains, by the references to them. */
final class SubjectLists {

    private final MeasureReport report;
    private final Map<String, ListResource> byReference = new HashMap<>();

    SubjectLists(MeasureReport report) {
        this.report = report;
        report.getContained().forEach(contained -> {
            if (contained instanceof ListResource list) {
                byReference.put("#" + list.getIdElement().getIdPart(), list);
            }
        });
    }

    /** Appends the subjects that another report lists for a population to those listed here for the same one. */
    void append(CountedPopulation total, CountedPopulation part, SubjectLists others) {
        if (!part.subjects().hasReference()) {
            return;
        }
        var list = others.get(part.subjects());
        if (total.subjects().hasReference()) {
            get(total.subjects()).getEntry().addAll(list.getEntry());
        } else {
            adopt(list);
            total.setSubjects(part.subjects());
        }
    }

    /** Takes over the lists that the populations of another report refer to. */
    void adopt(Iterable<CountedPopulation> populations, SubjectLists others) {
        for (var population : populations) {
            if (population.subjects().hasReference()) {
                adopt(others.get(population.subjects()));
            }
        }
    }

    ListResource get(Reference reference) {
        var list = byReference.get(reference.getReference());
        if (list == null) {
            throw new IllegalStateException("The report contains no list " + reference.getReference());
        }
        return list;
    }

    private void adopt(ListResource list) {
        report.addContained(list);
        byReference.put("#" + list.getIdElement().getIdPart(), list);
    }
}
