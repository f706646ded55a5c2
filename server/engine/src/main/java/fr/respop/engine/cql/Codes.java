package fr.respop.engine.cql;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.runtime.Code;

/** The codes in an element of a resource, whatever its type; an element that holds none gives none. */
final class Codes {

    private Codes() {}

    static Stream<Code> of(@Nullable Object element) {
        if (element instanceof CodeableConcept concept) {
            return concept.getCoding().stream().flatMap(Codes::of);
        }
        if (element instanceof Coding coding) {
            return Stream.of(new Code().withSystem(coding.getSystem()).withCode(coding.getCode()));
        }
        if (element instanceof PrimitiveType<?> code) {
            return Stream.of(new Code().withCode(code.getValueAsString()));
        }
        return element instanceof List<?> list ? list.stream().flatMap(Codes::of) : Stream.of();
    }
}
