package fr.respop.content.cases;

import fr.respop.engine.MeasurementPeriod;
import java.util.List;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/**
 * The data of one resident and the period to evaluate them for.
 *
 * @param name how failures name the resident
 * @param id the reference, such as {@code Patient/123}
 */
record Resident(String name, String id, List<Resource> resources, MeasurementPeriod period) {

    static Resident of(String name, List<Resource> resources, MeasurementPeriod period) {
        List<String> patients = resources.stream()
                .filter(Patient.class::isInstance)
                .map(patient -> "Patient/" + patient.getIdElement().getIdPart())
                .toList();
        if (patients.size() != 1) {
            throw new IllegalArgumentException(name + " holds " + patients.size() + " Patients instead of one.");
        }
        return new Resident(name, patients.get(0), resources, period);
    }
}
