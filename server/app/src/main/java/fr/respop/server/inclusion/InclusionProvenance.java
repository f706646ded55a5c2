package fr.respop.server.inclusion;

import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Records on whose decision an inclusion began or ended. */
final class InclusionProvenance {

    private static final String DATA_OPERATION = "http://terminology.hl7.org/CodeSystem/v3-DataOperation";
    private static final String AGENT_TYPE = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

    private InclusionProvenance() {}

    /** @param operation a code of v3-DataOperation */
    static Provenance of(Reference who, List<? extends Resource> targets, String operation, ZonedDateTime now) {
        var provenance = new Provenance()
                .setRecorded(Date.from(now.toInstant()))
                .setActivity(new CodeableConcept(new Coding(DATA_OPERATION, operation, null)));
        targets.forEach(target -> provenance.addTarget(InclusionWriter.reference(target)));
        provenance
                .addAgent()
                .setType(new CodeableConcept(new Coding(AGENT_TYPE, "author", "Author")))
                .setWho(who.copy());
        provenance.setId(InclusionWriter.newId());
        return provenance;
    }
}
