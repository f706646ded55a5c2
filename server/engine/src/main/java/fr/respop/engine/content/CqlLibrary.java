package fr.respop.engine.content;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hl7.elm.r1.AccessModifier;
import org.hl7.elm.r1.ExpressionDef;
import org.hl7.elm.r1.FunctionDef;
import org.hl7.elm.r1.IntervalTypeSpecifier;
import org.hl7.elm.r1.Library;
import org.hl7.elm.r1.NamedTypeSpecifier;
import org.hl7.elm.r1.ParameterDef;
import org.hl7.elm.r1.VersionedIdentifier;

/** A compiled CQL library, shared by all threads. */
public final class CqlLibrary {

    private final VersionedIdentifier identifier;
    private final Library elm;
    private final SortedSet<String> dataTypes;
    private final Set<String> parameters;
    private final Map<VersionedIdentifier, Map<String, FunctionDef>> pureFunctions;
    private final SortedSet<String> valueSets;
    private final String digest;
    private final Set<String> functionNames;
    private final Set<String> expressionNames;

    CqlLibrary(
            VersionedIdentifier identifier,
            Library elm,
            SortedSet<String> dataTypes,
            Set<String> parameters,
            Map<VersionedIdentifier, Map<String, FunctionDef>> pureFunctions,
            SortedSet<String> valueSets,
            String digest) {
        this.identifier = identifier;
        this.elm = elm;
        this.dataTypes = dataTypes;
        this.parameters = parameters;
        this.pureFunctions = pureFunctions;
        this.valueSets = valueSets;
        this.digest = digest;
        this.functionNames = names(FunctionDef.class::isInstance);
        this.expressionNames = names(definition -> !(definition instanceof FunctionDef));
    }

    public String name() {
        return String.valueOf(identifier.getId());
    }

    public Optional<String> version() {
        return Optional.ofNullable(identifier.getVersion());
    }

    /** The names of its public expressions in alphabetical order; functions and the context are not among them. */
    public List<String> expressions() {
        return definitions().stream()
                .filter(definition -> !(definition instanceof FunctionDef))
                .filter(definition -> definition.getAccessLevel() != AccessModifier.PRIVATE)
                .map(ExpressionDef::getName)
                .filter(name -> name != null && !name.equals(context()))
                .sorted()
                .toList();
    }

    /** Whether the name is that of a function rather than of an expression. */
    public boolean isFunction(String name) {
        return functionNames.contains(name);
    }

    /** Refuses a name that no expression of the library has, whether public or not. */
    public void requireExpression(String name) {
        require(name, expressionNames);
    }

    /** Refuses a name that no function of the library has. */
    public void requireFunction(String name) {
        require(name, functionNames);
    }

    private void require(String name, Set<String> names) {
        if (!names.contains(name)) {
            throw new UnknownExpression(name(), name);
        }
    }

    /** The FHIR types that the library and all it includes retrieve, and no others, in alphabetical order. */
    public Set<String> dataTypes() {
        return dataTypes;
    }

    /** The names of the parameters that the library and all it includes declare. */
    public Set<String> parameters() {
        return parameters;
    }

    /** Whether the library declares a parameter of this name as an interval of dates rather than of times. */
    public boolean takesDates(String parameter) {
        return elm.getParameters() != null
                && elm.getParameters().getDef().stream()
                        .filter(declared -> parameter.equals(declared.getName()))
                        .anyMatch(CqlLibrary::isOfDates);
    }

    private static boolean isOfDates(ParameterDef parameter) {
        return parameter.getParameterTypeSpecifier() instanceof IntervalTypeSpecifier interval
                && interval.getPointType() instanceof NamedTypeSpecifier point
                && point.getName() != null
                && "Date".equals(point.getName().getLocalPart());
    }

    /**
     * The functions, by library and name, that the engine has to ask a provider for: they always answer the same to the
     * same question.
     */
    public Map<VersionedIdentifier, Map<String, FunctionDef>> pureFunctions() {
        return pureFunctions;
    }

    /** The canonicals of the value sets that the library and all it includes name, in alphabetical order. */
    SortedSet<String> valueSets() {
        return valueSets;
    }

    /** Differs from that of any other library, and of this one with another text of its own or of one that it includes. */
    String digest() {
        return digest;
    }

    /** The type of the subjects that the library is written for: {@code Patient}. */
    public String context() {
        return "Patient";
    }

    /** The identifier under which the CQL engine knows it. */
    public VersionedIdentifier identifier() {
        return identifier;
    }

    public Library elm() {
        return elm;
    }

    private Set<String> names(Predicate<ExpressionDef> kind) {
        return definitions().stream()
                .filter(kind)
                .map(ExpressionDef::getName)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<ExpressionDef> definitions() {
        return elm.getStatements() == null ? List.of() : elm.getStatements().getDef();
    }
}
