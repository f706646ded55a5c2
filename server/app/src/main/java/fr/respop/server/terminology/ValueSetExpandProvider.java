package fr.respop.server.terminology;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import fr.respop.server.fhir.FhirOperations;
import fr.respop.server.fhir.KnownParameters;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import java.util.Date;
import java.util.Set;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code ValueSet/$expand}: the list that a value set stands for. */
@Component
class ValueSetExpandProvider implements FhirOperations {

    private static final Set<String> PARAMETERS = Set.of(
            "url",
            "valueSet",
            "valueSetVersion",
            "filter",
            "offset",
            "count",
            "includeDesignations",
            "displayLanguage",
            "activeOnly");

    private final Terminology terminology;
    private final Expander expander;
    private final EvaluationProperties properties;

    ValueSetExpandProvider(Terminology terminology, Expander expander, EvaluationProperties properties) {
        this.terminology = terminology;
        this.expander = expander;
        this.properties = properties;
    }

    /**
     * Expands a value set.
     *
     * @param id the value set, when the operation is called on one
     * @param url otherwise its canonical, with or without a version
     * @param valueSet otherwise the value set itself, in a body
     * @param version its version, when the canonical has none
     * @param filter words that a concept's labels or code must all contain; neither case nor accents count
     * @param offset how many concepts to leave out at the beginning
     * @param count how many to answer at most
     * @param includeDesignations whether to answer the labels in all languages
     * @param displayLanguage the language of the display, where a concept has a label in it
     * @param activeOnly whether to leave out inactive concepts
     * @return the value set with an expansion; it is not stored
     */
    @Operation(name = "$expand", type = ValueSet.class, idempotent = true)
    public ValueSet expand(
            @IdParam(optional = true) @Nullable IdType id,
            @OperationParam(name = "url") @Nullable UriType url,
            @OperationParam(name = "valueSet") @Nullable ValueSet valueSet,
            @OperationParam(name = "valueSetVersion") @Nullable StringType version,
            @OperationParam(name = "filter") @Nullable StringType filter,
            @OperationParam(name = "offset") @Nullable IntegerType offset,
            @OperationParam(name = "count") @Nullable IntegerType count,
            @OperationParam(name = "includeDesignations") @Nullable BooleanType includeDesignations,
            @OperationParam(name = "displayLanguage") @Nullable CodeType displayLanguage,
            @OperationParam(name = "activeOnly") @Nullable BooleanType activeOnly,
            RequestDetails request) {
        KnownParameters.refuseOthers(request, PARAMETERS);
        var asked = AskedValueSet.of(terminology, id, url, version, valueSet);
        var view = new ExpansionView(
                AskedParameters.text(filter),
                natural("offset", offset),
                natural("count", count),
                AskedParameters.isTrue(includeDesignations),
                AskedParameters.text(displayLanguage),
                AskedParameters.isTrue(activeOnly));
        var expansion = view.of(expander.expand(asked));
        expansion.setTimestamp(Date.from(properties.clock().instant()));
        var expanded = asked.copy();
        expanded.setText(null);
        return expanded.setCompose(null).setExpansion(expansion);
    }

    private static @Nullable Integer natural(String name, @Nullable IntegerType number) {
        if (number == null || number.isEmpty()) {
            return null;
        }
        if (number.getValue() < 0) {
            throw Refusal.badRequest(IssueType.VALUE, name, name + " is a whole number from 0.");
        }
        return number.getValue();
    }
}
