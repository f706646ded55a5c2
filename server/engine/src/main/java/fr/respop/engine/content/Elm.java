package fr.respop.engine.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.cqframework.cql.elm.serializing.DefaultElmLibraryReaderProvider;
import org.hl7.cql.model.NamespaceManager;
import org.hl7.cql_annotations.r1.CqlToElmInfo;
import org.hl7.elm.r1.ExpressionDef;
import org.hl7.elm.r1.IncludeDef;
import org.hl7.elm.r1.Library;
import org.hl7.elm.r1.ParameterDef;
import org.hl7.elm.r1.Retrieve;
import org.hl7.elm.r1.VersionedIdentifier;

/** What one needs to know of a compiled library in the Expression Logical Model. */
final class Elm {

    /** With one of these, a call names the overload that it means; without, the engine guesses from the data. */
    private static final Set<String> SIGNATURES_OF_OVERLOADS = Set.of("Overloads", "All");

    private Elm() {}

    /** Reads a library of the content type {@code application/elm+json} or {@code application/elm+xml}. */
    static Library read(String text, String contentType) {
        var library =
                DefaultElmLibraryReaderProvider.INSTANCE.create(contentType).read(text);
        if (library.getStatements() != null) {
            // The engine finds expressions by binary search.
            library.getStatements().getDef().sort(Comparator.comparing(ExpressionDef::getName));
        }
        return library;
    }

    static List<VersionedIdentifier> includes(Library library) {
        return library.getIncludes() == null
                ? List.of()
                : library.getIncludes().getDef().stream().map(Elm::included).toList();
    }

    /** The names of the parameters that it declares itself. */
    static List<String> parameters(Library library) {
        return library.getParameters() == null
                ? List.of()
                : library.getParameters().getDef().stream()
                        .map(ParameterDef::getName)
                        .toList();
    }

    /** The library that is included. */
    static VersionedIdentifier included(IncludeDef include) {
        return new VersionedIdentifier()
                .withSystem(NamespaceManager.Companion.getUriPart(include.getPath()))
                .withId(NamespaceManager.Companion.getNamePart(include.getPath()))
                .withVersion(include.getVersion());
    }

    /** The canonicals of the value sets that it names. */
    static List<String> valueSets(Library library) {
        return library.getValueSets() == null
                ? List.of()
                : library.getValueSets().getDef().stream()
                        .map(valueSet -> valueSet.getVersion() == null
                                ? String.valueOf(valueSet.getId())
                                : valueSet.getId() + "|" + valueSet.getVersion())
                        .toList();
    }

    static boolean namesOverloads(Library library) {
        return library.getAnnotation().stream()
                .anyMatch(annotation -> annotation instanceof CqlToElmInfo info
                        && info.getSignatureLevel() != null
                        && SIGNATURES_OF_OVERLOADS.contains(info.getSignatureLevel()));
    }

    /** Whether a retrieve leaves it to the data source to keep to a period. */
    static boolean retrievesByDate(Library library) {
        return retrieves(library).stream().anyMatch(retrieve -> retrieve.getDateRange() != null);
    }

    static List<Retrieve> retrieves(Library library) {
        var found = new ArrayList<Retrieve>();
        new RetrieveCollector().visitLibrary(library, found);
        return found;
    }
}
