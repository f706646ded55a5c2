package fr.respop.server.cql;

import fr.respop.server.fhir.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.runtime.Code;
import org.opencds.cqf.cql.engine.runtime.Concept;
import org.opencds.cqf.cql.engine.runtime.Date;
import org.opencds.cqf.cql.engine.runtime.DateTime;
import org.opencds.cqf.cql.engine.runtime.Interval;
import org.opencds.cqf.cql.engine.runtime.Quantity;
import org.opencds.cqf.cql.engine.runtime.Ratio;
import org.opencds.cqf.cql.engine.runtime.Time;

/** The CQL type of a parameter that a caller gives without saying it. */
final class ParameterType {

    private static final Pattern NAME = Pattern.compile("[^\"\\\\\\p{Cntrl}]{1,100}");

    private static final Set<Class<?>> NAMED_AS_IN_CQL = Set.of(
            Boolean.class,
            Integer.class,
            String.class,
            Code.class,
            Concept.class,
            Date.class,
            DateTime.class,
            Quantity.class,
            Ratio.class,
            Time.class);

    private ParameterType() {}

    /**
     * The type of a value, as one declares it in CQL.
     *
     * @throws Refusal 400 if the name cannot be written in CQL, 422 if the value has no type of CQL
     */
    static String of(String name, Object value) {
        if (!NAME.matcher(name).matches()) {
            throw Refusal.badRequest(
                    IssueType.VALUE,
                    "parameters",
                    "The name of a parameter has up to 100 characters, no quotation mark nor backslash.");
        }
        return of(value)
                .orElseThrow(() -> Refusal.unprocessable(
                        IssueType.NOTSUPPORTED,
                        "parameters",
                        "The parameter " + name + " has a value whose CQL type is not known. Send a library in content,"
                                + " and declare the parameter there."));
    }

    private static Optional<String> of(@Nullable Object value) {
        if (value instanceof BigDecimal) {
            return Optional.of("Decimal");
        }
        if (value instanceof Interval interval) {
            return of(interval.getStart()).or(() -> of(interval.getEnd())).map(type -> "Interval<" + type + ">");
        }
        if (value instanceof List<?> list) {
            return list.stream().findFirst().flatMap(ParameterType::of).map(type -> "List<" + type + ">");
        }
        if (value instanceof Resource resource) {
            return Optional.of("FHIR." + resource.fhirType());
        }
        return Optional.ofNullable(value)
                .filter(one -> NAMED_AS_IN_CQL.contains(one.getClass()))
                .map(one -> "System." + one.getClass().getSimpleName());
    }
}
