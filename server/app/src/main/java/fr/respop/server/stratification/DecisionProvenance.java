package fr.respop.server.stratification;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;

/** Records who decided on a stratum, when, and from which proposal. */
final class DecisionProvenance {

    private static final String DATA_OPERATION = "http://terminology.hl7.org/CodeSystem/v3-DataOperation";
    private static final String AGENT_TYPE = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

    private DecisionProvenance() {}

    /** Of a decision without a proposal. */
    static Provenance of(RiskAssessment decision, Instant now) {
        return provenance(decision, "CREATE", now);
    }

    static Provenance of(RiskAssessment decision, RiskAssessment proposal, Instant now) {
        var provenance = provenance(decision, "UPDATE", now);
        provenance.addEntity().setRole(ProvenanceEntityRole.REVISION).setWhat(version(proposal));
        return provenance;
    }

    private static Provenance provenance(RiskAssessment decision, String operation, Instant now) {
        var target = version(decision);
        var provenance = new Provenance()
                .addTarget(target)
                .setRecorded(Date.from(now))
                .setActivity(new CodeableConcept(new Coding(DATA_OPERATION, operation, null)));
        provenance
                .addAgent()
                .setType(new CodeableConcept(new Coding(AGENT_TYPE, "author", "Author")))
                .setWho(decision.getPerformer().copy());
        // One decision has one provenance, however often it is written.
        provenance.setId(UUID.nameUUIDFromBytes(target.getReference().getBytes(StandardCharsets.UTF_8))
                .toString());
        return provenance;
    }

    private static Reference version(RiskAssessment assessment) {
        var id = assessment.getIdElement();
        return new Reference("RiskAssessment/" + id.getIdPart() + "/_history/" + id.getVersionIdPart());
    }
}
