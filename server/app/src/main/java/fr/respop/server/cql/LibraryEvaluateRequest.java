package fr.respop.server.cql;

import fr.respop.engine.MeasurementPeriod;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Parameters;

/**
 * What a caller of {@code Library/$evaluate} asks for.
 *
 * @param expressions the names of the expressions; all public ones when empty
 * @param patientId the logical id of the resident
 * @param period the measurement period
 * @param parameters the library's other parameters
 */
record LibraryEvaluateRequest(
        List<String> expressions, String patientId, MeasurementPeriod period, Optional<Parameters> parameters) {}
