package fr.respop.territories.clinical;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** The code systems that histories use. */
final class Terminology {

    static final String RESPOP = "https://respop.org/fhir/CodeSystem/";
    static final String CIM10 = "https://smt.esante.gouv.fr/terminologie-cim-10";
    static final String ICD10 = "http://hl7.org/fhir/sid/icd-10";
    static final String CCAM = "https://smt.esante.gouv.fr/terminologie-ccam";
    static final String ATC = "http://www.whocc.no/atc";
    static final String LOINC = "http://loinc.org";
    static final String UCUM = "http://unitsofmeasure.org";
    static final String OBSERVATION_CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";

    private Terminology() {}

    static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding().setSystem(system).setCode(code));
    }

    static CodeableConcept concept(String system, String code, String label) {
        return concept(system, code).setText(label);
    }
}
