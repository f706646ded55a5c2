package fr.respop.server.reporting;

import java.math.BigDecimal;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;

/**
 * A stratum of a programme.
 *
 * @param per100000 how many of its residents are expected among 100,000 people of a territory, if that is known
 * @param source the published numbers behind it, for people
 */
record ExpectedStratum(Coding coding, Optional<BigDecimal> per100000, String source) {

    /** The number of the stratum, as CQL gives it. */
    String number() {
        return coding.getCode().substring(coding.getCode().lastIndexOf('-') + 1);
    }
}
