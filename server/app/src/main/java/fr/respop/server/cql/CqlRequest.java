package fr.respop.server.cql;

import fr.respop.engine.MeasurementPeriod;
import java.util.Optional;
import org.hl7.fhir.r4.model.Parameters;

/**
 * What a caller of {@code $cql} asks for.
 *
 * @param cql the CQL
 * @param patientId the logical id of the resident, if it is about one
 * @param period the measurement period, if there is one
 * @param parameters the other parameters
 */
record CqlRequest(
        AskedCql cql,
        Optional<String> patientId,
        Optional<MeasurementPeriod> period,
        Optional<Parameters> parameters) {}
