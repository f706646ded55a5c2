package fr.respop.engine.content;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import org.cqframework.cql.elm.visiting.BaseElmLibraryVisitor;
import org.hl7.elm.r1.Element;
import org.hl7.elm.r1.Expression;
import org.hl7.elm.r1.ExpressionDef;
import org.hl7.elm.r1.ExpressionRef;
import org.hl7.elm.r1.FunctionDef;
import org.hl7.elm.r1.FunctionRef;
import org.hl7.elm.r1.IdentifierRef;
import org.hl7.elm.r1.Instance;
import org.hl7.elm.r1.Library;
import org.hl7.elm.r1.ListTypeSpecifier;
import org.hl7.elm.r1.Message;
import org.hl7.elm.r1.NamedTypeSpecifier;
import org.hl7.elm.r1.Now;
import org.hl7.elm.r1.OperandDef;
import org.hl7.elm.r1.ParameterRef;
import org.hl7.elm.r1.Retrieve;
import org.hl7.elm.r1.TimeOfDay;
import org.hl7.elm.r1.Today;
import org.jspecify.annotations.Nullable;

/**
 * Finds the functions of a library whose answer depends on nothing but arguments of simple types: what a code means,
 * how a unit converts. They give the same answer for every subject, so it can be remembered.
 */
final class PureFunctions {

    private static final String SYSTEM_TYPES = "urn:hl7-org:elm-types:r1";
    private static final Set<String> SIMPLE_TYPES = Set.of("Boolean", "Integer", "Decimal", "String", "Code");

    private PureFunctions() {}

    /**
     * Marks these functions as external, so that the engine asks its provider for their answers.
     *
     * @return the functions as they were, by name
     */
    static Map<String, FunctionDef> takeOut(Library library) {
        var functions = new HashMap<String, FunctionDef>();
        for (var function : of(library)) {
            functions.put(
                    function.getName(),
                    new FunctionDef()
                            .withName(function.getName())
                            .withContext(function.getContext())
                            .withOperand(function.getOperand())
                            .withExpression(function.getExpression()));
            function.setExternal(true);
        }
        return Map.copyOf(functions);
    }

    private static List<FunctionDef> of(Library library) {
        var byName = definitions(library).stream()
                .filter(FunctionDef.class::isInstance)
                .map(FunctionDef.class::cast)
                .filter(function -> function.getExpression() != null)
                .collect(Collectors.groupingBy(FunctionDef::getName));
        var pure = new HashMap<String, FunctionDef>();
        // A name stands for one function only if it has no overloads.
        byName.forEach((name, overloads) -> {
            if (overloads.size() == 1) {
                pure.put(name, overloads.get(0));
            }
        });
        // Whoever calls an impure function is impure, until no more are found.
        while (pure.values().removeIf(function -> !isPure(function, pure.keySet()))) {}
        return pure.values().stream().filter(PureFunctions::takesSimpleValues).toList();
    }

    private static List<ExpressionDef> definitions(Library library) {
        return library.getStatements() == null
                ? List.of()
                : library.getStatements().getDef();
    }

    private static boolean isPure(FunctionDef function, Set<String> pureFunctions) {
        var needs = new HashSet<String>();
        new Needs().visitExpression(function.getExpression(), needs);
        return pureFunctions.containsAll(needs);
    }

    private static boolean takesSimpleValues(FunctionDef function) {
        return !function.getOperand().isEmpty()
                && function.getOperand().stream().allMatch(PureFunctions::isSimple);
    }

    private static boolean isSimple(OperandDef operand) {
        var type = operand.getOperandTypeSpecifier();
        if (type instanceof ListTypeSpecifier list) {
            return list.getElementType() instanceof NamedTypeSpecifier element && isSimple(element.getName());
        }
        return type instanceof NamedTypeSpecifier named
                ? isSimple(named.getName())
                : isSimple(operand.getOperandType());
    }

    private static boolean isSimple(@Nullable QName type) {
        return type != null
                && SYSTEM_TYPES.equals(type.getNamespaceURI())
                && SIMPLE_TYPES.contains(type.getLocalPart());
    }

    /** Collects the functions of the same library that are called, and a name that none has for what is not pure. */
    private static final class Needs extends BaseElmLibraryVisitor<Set<String>, Set<String>> {

        private static final String IMPURE = "";

        @Override
        public Set<String> visitExpression(Expression expression, Set<String> needs) {
            if (expression instanceof FunctionRef call && call.getLibraryName() == null) {
                needs.add(String.valueOf(call.getName()));
            } else if (isImpure(expression)) {
                needs.add(IMPURE);
            }
            return super.visitExpression(expression, needs);
        }

        /** What depends on the subject, the time or another library, and what makes an object that others may change. */
        private static boolean isImpure(Expression element) {
            return element instanceof ExpressionRef
                    || element instanceof Retrieve
                    || element instanceof ParameterRef
                    || element instanceof IdentifierRef
                    || element instanceof Instance
                    || element instanceof Message
                    || element instanceof Now
                    || element instanceof Today
                    || element instanceof TimeOfDay;
        }

        @Override
        protected Set<String> defaultResult(Element element, Set<String> needs) {
            return needs;
        }
    }
}
