package fr.respop.content.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.runtime.Code;
import org.opencds.cqf.cql.engine.runtime.Concept;
import org.opencds.cqf.cql.engine.runtime.DateTime;
import org.opencds.cqf.cql.engine.runtime.Interval;
import org.opencds.cqf.cql.engine.runtime.Precision;
import org.opencds.cqf.cql.engine.runtime.Quantity;
import org.opencds.cqf.cql.engine.runtime.Tuple;

/**
 * A CQL value as JSON, in the form that normalForm.js gives it too.
 *
 * <p>A resource is its reference, a FHIR primitive its value, a Reference its reference, a Coding its code and system; a date or time is its ISO text,
 * times of at least a second's precision in UTC; a Decimal has at most eight decimal places, which is what CQL keeps.
 */
final class NormalForm {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    private NormalForm() {}

    static JsonNode of(@Nullable Object value) {
        if (value == null) {
            return JSON.nullNode();
        }
        if (value instanceof Boolean bool) {
            return JSON.booleanNode(bool);
        }
        if (value instanceof Number number) {
            return number(new BigDecimal(number.toString()));
        }
        if (value instanceof Iterable<?> list) {
            ArrayNode array = JSON.arrayNode();
            list.forEach(element -> array.add(of(element)));
            return array;
        }
        if (value instanceof IBase fhir) {
            return fhir(fhir);
        }
        return system(value);
    }

    /** The same JSON with every list in an order of its own, so that lists are compared as sets. */
    static JsonNode asSets(JsonNode json) {
        if (json.isArray()) {
            List<JsonNode> elements = new ArrayList<>();
            json.forEach(element -> elements.add(asSets(element)));
            elements.sort(Comparator.comparing(JsonNode::toString));
            return JSON.arrayNode().addAll(elements);
        }
        if (json.isObject()) {
            Map<String, JsonNode> fields = new TreeMap<>();
            json.properties().forEach(field -> fields.put(field.getKey(), asSets(field.getValue())));
            return JSON.objectNode().setAll(fields);
        }
        return json.isNumber() ? number(json.decimalValue()) : json;
    }

    private static JsonNode system(Object value) {
        if (value instanceof DateTime dateTime) {
            return JSON.textNode(text(dateTime));
        }
        if (value instanceof Quantity quantity) {
            String unit = quantity.getUnit();
            return object(Map.of("unit", unit == null ? "1" : unit, "value", quantity.getValue()));
        }
        if (value instanceof Code code) {
            return JSON.objectNode().put("code", code.getCode()).put("system", code.getSystem());
        }
        if (value instanceof Concept concept) {
            return JSON.objectNode().set("codes", of(concept.getCodes()));
        }
        if (value instanceof Interval interval) {
            ObjectNode object = JSON.objectNode();
            object.set("high", of(interval.getHigh()));
            object.put("highClosed", interval.getHighClosed());
            object.set("low", of(interval.getLow()));
            object.put("lowClosed", interval.getLowClosed());
            return object;
        }
        if (value instanceof Tuple tuple) {
            return object(tuple.getElements());
        }
        // What remains is text already, or a Date or Time whose text is what CQL writes.
        return JSON.textNode(value.toString());
    }

    private static JsonNode fhir(IBase value) {
        if (value instanceof Resource resource) {
            return JSON.textNode(
                    resource.fhirType() + "/" + resource.getIdElement().getIdPart());
        }
        if (value instanceof Reference reference) {
            return JSON.textNode(reference.getReference());
        }
        if (value instanceof CodeableConcept concept) {
            return JSON.objectNode().set("coding", of(concept.getCoding()));
        }
        if (value instanceof Coding coding) {
            return JSON.objectNode().put("code", coding.getCode()).put("system", coding.getSystem());
        }
        if (value instanceof BooleanType bool) {
            return of(bool.getValue());
        }
        if (value instanceof PrimitiveType<?> primitive) {
            return primitive.getValue() instanceof Number number
                    ? of(number)
                    : JSON.textNode(primitive.getValueAsString());
        }
        throw new IllegalArgumentException("A define should not give a FHIR " + value.fhirType()
                + "; give its parts, or a reference to its resource.");
    }

    private static JsonNode object(Map<String, ?> fields) {
        ObjectNode object = JSON.objectNode();
        new TreeMap<>(fields).forEach((name, field) -> object.set(name, of(field)));
        return object;
    }

    private static JsonNode number(BigDecimal number) {
        BigDecimal rounded = number.setScale(8, RoundingMode.HALF_UP).stripTrailingZeros();
        return JSON.numberNode(rounded.scale() < 0 ? rounded.setScale(0) : rounded);
    }

    private static String text(DateTime dateTime) {
        return dateTime.getPrecision() == Precision.MILLISECOND || dateTime.getPrecision() == Precision.SECOND
                ? INSTANT.format(dateTime.getDateTime())
                : dateTime.toString().replaceFirst("(Z|[+-]\\d\\d:\\d\\d)$", "");
    }
}
