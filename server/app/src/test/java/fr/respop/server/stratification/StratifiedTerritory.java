package fr.respop.server.stratification;

import fr.respop.server.FhirHttp;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Address.AddressUse;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Resource;

/** The residents of a test in a territory, and what is stored of them, to be taken away in the end. */
final class StratifiedTerritory {

    private final FhirHttp fhir;
    private final List<StratifiedResident> residents = new ArrayList<>();
    private final List<String> stored = new ArrayList<>();

    StratifiedTerritory(FhirHttp fhir) {
        this.fhir = fhir;
    }

    /** A resident without any data. */
    StratifiedResident resident(String postalCode) {
        var resident = new StratifiedResident(fhir);
        var patient = resident.patient();
        patient.addAddress().setUse(AddressUse.HOME).setPostalCode(postalCode).setCountry("FRA");
        store(patient);
        residents.add(resident);
        return resident;
    }

    /** A resident of diabetes stratum 2: nothing was measured. */
    StratifiedResident diabetic(String postalCode) {
        var resident = resident(postalCode);
        store(resident.diabetes());
        return resident;
    }

    void store(Resource... resources) {
        for (var resource : resources) {
            var path = StratifiedResident.path(resource);
            fhir.put(path, resource).isStored();
            if (!stored.contains(path)) {
                stored.add(path);
            }
        }
    }

    /** Leaves the server as it was, in one transaction: what refers to each other goes together. */
    void delete() {
        var deletion = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        residents.forEach(resident ->
                resident.allAssessments().forEach(assessment -> stored.add(StratifiedResident.path(assessment))));
        stored.forEach(path ->
                deletion.addEntry().getRequest().setMethod(HTTPVerb.DELETE).setUrl(path));
        fhir.post("", deletion).hasStatus(200);
    }
}
