package fr.respop.engine.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.elm.r1.Element;
import org.hl7.elm.r1.Expression;
import org.hl7.elm.r1.ExpressionDef;
import org.hl7.elm.r1.FunctionDef;
import org.hl7.elm.r1.FunctionRef;
import org.hl7.elm.r1.Library;
import org.hl7.elm.r1.OperandRef;
import org.hl7.elm.r1.Property;
import org.hl7.elm.r1.VersionedIdentifier;

/**
 * Reads an element where a library calls a function of another that does nothing but read it, as most conversions of
 * FHIRHelpers do ({@code define function ToString(value string): value.value}). Nearly every use of a FHIR element has such
 * a call, and it costs the engine many times what the reading costs.
 */
final class ElementReads {

    private final Map<String, Map<String, String>> pathsByLibrary = new HashMap<>();

    private ElementReads() {}

    /**
     * Puts the readings in place of the calls.
     *
     * @param included gives the libraries that the library includes
     */
    static void inline(Library library, Function<VersionedIdentifier, Library> included) {
        var reads = new ElementReads();
        if (library.getIncludes() != null) {
            library.getIncludes()
                    .getDef()
                    .forEach(include -> reads.pathsByLibrary.put(
                            String.valueOf(include.getLocalIdentifier()),
                            paths(included.apply(Elm.included(include)))));
        }
        definitions(library).forEach(reads::inline);
    }

    /** The path that a function reads of its only argument, by the names of functions that do so in all their overloads. */
    private static Map<String, String> paths(Library library) {
        var functions = definitions(library).stream()
                .filter(FunctionDef.class::isInstance)
                .map(FunctionDef.class::cast)
                .collect(Collectors.groupingBy(ExpressionDef::getName));
        var paths = new HashMap<String, String>();
        functions.forEach((name, overloads) -> {
            var found = overloads.stream().map(ElementReads::path).distinct().toList();
            if (found.size() == 1) {
                found.get(0).ifPresent(path -> paths.put(name, path));
            }
        });
        return paths;
    }

    private static Optional<String> path(FunctionDef function) {
        return function.getExpression() instanceof Property property
                        && property.getSource() instanceof OperandRef operand
                        && function.getOperand().size() == 1
                        && String.valueOf(operand.getName())
                                .equals(function.getOperand().get(0).getName())
                ? Optional.ofNullable(property.getPath())
                : Optional.empty();
    }

    private static List<ExpressionDef> definitions(Library library) {
        return library.getStatements() == null
                ? List.of()
                : library.getStatements().getDef();
    }

    private void inline(Element parent) {
        for (var child : ElmChildren.of(parent)) {
            if (child.get() instanceof FunctionRef call) {
                reading(call).ifPresent(child::set);
            }
            inline(child.get());
        }
    }

    private Optional<Expression> reading(FunctionRef call) {
        if (call.getLibraryName() == null || call.getOperand().size() != 1) {
            return Optional.empty();
        }
        return Optional.ofNullable(pathsByLibrary
                        .getOrDefault(call.getLibraryName(), Map.of())
                        .get(String.valueOf(call.getName())))
                .map(path -> {
                    var reading = new Property()
                            .withPath(path)
                            .withSource(call.getOperand().get(0));
                    reading.setLocator(call.getLocator());
                    reading.setLocalId(call.getLocalId());
                    return reading;
                });
    }
}
