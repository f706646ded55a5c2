package fr.respop.server.inclusion;

import fr.respop.server.fhir.programme.ObjectionFollower;
import org.springframework.stereotype.Component;

/** Who objects is no longer included. */
@Component
class ObjectedInclusions implements ObjectionFollower {

    private final Inclusions inclusions;
    private final EndService endService;

    ObjectedInclusions(Inclusions inclusions, EndService endService) {
        this.inclusions = inclusions;
        this.endService = endService;
    }

    /** An inclusion that is just being made is ended, too. */
    @Override
    public void beforeObjection(String patientId) {
        inclusions.hold(patientId);
    }

    @Override
    public void objected(String patientId) {
        inclusions.active(patientId).forEach(inclusion -> endService.end(inclusion, EndReason.WITHDRAWN));
    }
}
