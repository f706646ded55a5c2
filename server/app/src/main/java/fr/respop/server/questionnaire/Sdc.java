package fr.respop.server.questionnaire;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Type;

/** The extensions of Structured Data Capture that are read. */
final class Sdc {

    static final String INITIAL_EXPRESSION = sdc("initialExpression");
    static final String CALCULATED_EXPRESSION = sdc("calculatedExpression");
    static final String OBSERVATION_EXTRACT = sdc("observationExtract");
    static final String EXTRACT_CATEGORY = sdc("observation-extract-category");
    static final String UNIT = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit";
    static final String LIBRARY = "http://hl7.org/fhir/StructureDefinition/cqf-library";

    private Sdc() {}

    /** The value of the extension with a url, when it is there and of the type. */
    static <T extends Type> Optional<T> value(List<Extension> extensions, String url, Class<T> type) {
        return extensions.stream()
                .filter(extension -> url.equals(extension.getUrl()))
                .map(Extension::getValue)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    static Optional<Expression> expression(List<Extension> extensions, String url) {
        return value(extensions, url, Expression.class);
    }

    private static String sdc(String name) {
        return "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-" + name;
    }
}
