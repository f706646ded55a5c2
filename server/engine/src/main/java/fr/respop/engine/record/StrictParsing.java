package fr.respop.engine.record;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a body in which anything is wrong, because what a lenient parser leaves out is lost without a word.
 *
 * <p>Messages hold no values: they are read in logs and by people who may not see the data.
 */
public class StrictParsing implements IParserErrorHandler {

    /** The element and the rule in the message of the exceptions thrown here. */
    public static final Pattern MESSAGE = Pattern.compile("<(\\w*)> (.*)");

    @Override
    public void containedResourceWithNoId(@Nullable IParseLocation location) {
        throw malformed("contained", "a contained resource needs an id, so that it can be referred to");
    }

    @Override
    public void incorrectJsonType(
            @Nullable IParseLocation location,
            String element,
            ValueType expected,
            @Nullable ScalarType expectedScalar,
            ValueType found,
            @Nullable ScalarType foundScalar) {
        throw malformed(
                element,
                "the JSON type is wrong: expected " + name(expected, expectedScalar) + ", found "
                        + name(found, foundScalar));
    }

    @Override
    public void invalidValue(@Nullable IParseLocation location, String value, String error) {
        throw malformed(
                parentOf(location),
                "the value is not valid for the element's type; dates are YYYY, YYYY-MM or YYYY-MM-DD, times have a time"
                        + " zone, codes come from the element's value set, and no value is empty");
    }

    @Override
    public void missingRequiredElement(@Nullable IParseLocation location, String element) {
        throw malformed(element, "the element is required");
    }

    @Override
    public void unexpectedRepeatingElement(@Nullable IParseLocation location, String element) {
        throw malformed(element, "the element is repeated, but occurs at most once");
    }

    @Override
    public void unknownAttribute(@Nullable IParseLocation location, String attribute) {
        throw malformed(attribute, "there is no such attribute here");
    }

    @Override
    public void unknownElement(@Nullable IParseLocation location, String element) {
        throw malformed(element, "FHIR R4 has no such element here");
    }

    @Override
    public void unknownReference(@Nullable IParseLocation location, String reference) {
        throw malformed(parentOf(location), "the reference cannot be resolved within the resource");
    }

    @Override
    public void invalidInternalReference(@Nullable IParseLocation location, String reference) {
        throw malformed(
                parentOf(location), "a reference that starts with # names a resource in contained, and there is none");
    }

    @Override
    public void extensionContainsValueAndNestedExtensions(@Nullable IParseLocation location) {
        throw malformed("extension", "an extension has either a value or extensions of its own");
    }

    private static DataFormatException malformed(String element, String rule) {
        return new DataFormatException("<" + element + "> " + rule);
    }

    private static String parentOf(@Nullable IParseLocation location) {
        return location == null || location.getParentElementName() == null ? "" : location.getParentElementName();
    }

    private static String name(ValueType type, @Nullable ScalarType scalar) {
        return (type == ValueType.SCALAR && scalar != null ? scalar.name() : type.name()).toLowerCase(Locale.ROOT);
    }
}
