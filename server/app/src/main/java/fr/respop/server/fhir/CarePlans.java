package fr.respop.server.fhir;

import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Reference;

/** Makes personal plans [plans personnalisés] from logigrammes; {@code PlanDefinition/$apply} for the server's own use. */
public interface CarePlans {

    /**
     * The plan of a resident as of today; nothing is stored.
     *
     * @param planDefinition the canonical of the PlanDefinition
     * @param patientId the logical id of the resident
     * @param author the practitioner whose plan it is
     * @return a CarePlan whose activities are the proposed acts, each with its day
     * @throws Refusal 404 if the PlanDefinition or the resident is not there; 422 if the plan cannot be made
     */
    CarePlan make(String planDefinition, String patientId, Reference author);
}
