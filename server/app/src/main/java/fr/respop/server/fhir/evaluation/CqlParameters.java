package fr.respop.server.fhir.evaluation;

import ca.uhn.fhir.context.FhirContext;
import java.util.HashMap;
import java.util.Map;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.execution.EvaluationExpressionRef;
import org.opencds.cqf.cql.engine.execution.EvaluationResult;
import org.opencds.cqf.cql.engine.execution.ExpressionResult;
import org.opencds.cqf.fhir.cql.Engines;
import org.opencds.cqf.fhir.cql.engine.parameters.CqlFhirParametersConverter;
import org.springframework.stereotype.Component;

/** Turns CQL values into FHIR Parameters and back, as the CPG guide describes. */
@Component
public class CqlParameters {

    private static final String MEASUREMENT_PERIOD = "Measurement Period";

    private final CqlFhirParametersConverter converter;

    CqlParameters(FhirContext context) {
        this.converter = Engines.getCqlFhirParametersConverter(context);
    }

    /** One parameter a value, named like it; one each element of a list. */
    public Parameters toFhir(Map<String, @Nullable Object> values) {
        var result = new EvaluationResult();
        values.forEach(
                (name, value) -> result.set(new EvaluationExpressionRef(name), new ExpressionResult(value, null)));
        return (Parameters) converter.toFhirParameters(result);
    }

    /** The CQL values of parameters that a request sends, but for the measurement period, which has its own way. */
    public Map<String, Object> toCql(Parameters parameters) {
        var values = new HashMap<String, Object>(converter.toCqlParameters(parameters));
        values.remove(MEASUREMENT_PERIOD);
        return values;
    }
}
