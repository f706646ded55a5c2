package fr.respop.server.cql;

import fr.respop.server.fhir.Refusal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;

/**
 * A stored library that an expression includes.
 *
 * @param canonical its canonical, with or without a version
 * @param alias how the expression calls it; by its own name when empty
 */
record IncludedLibrary(String canonical, Optional<String> alias) {

    private static final Pattern ALIAS = Pattern.compile("[^\"\\\\\\p{Cntrl}]{1,100}");

    IncludedLibrary {
        if (alias.isPresent() && !ALIAS.matcher(alias.get()).matches()) {
            throw Refusal.badRequest(
                    IssueType.VALUE,
                    "library.name",
                    "The name of a library is what the expression calls it: up to 100 characters, no quotation mark nor"
                            + " backslash.");
        }
    }

    /** Reads the parameter {@code library}. */
    static IncludedLibrary of(ParametersParameterComponent library) {
        library.getPart().stream()
                .map(ParametersParameterComponent::getName)
                .filter(name -> !"url".equals(name) && !"name".equals(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Refusal.badRequest(
                            IssueType.NOTSUPPORTED,
                            "library." + name,
                            "The parameter library has the parts url and name.");
                });
        var canonical = part(library, "url")
                .orElseThrow(() -> Refusal.badRequest(
                        IssueType.REQUIRED, "library.url", "Name the library by its canonical in the part url."));
        return new IncludedLibrary(canonical, part(library, "name"));
    }

    private static Optional<String> part(ParametersParameterComponent library, String name) {
        return library.getPart().stream()
                .filter(part -> name.equals(part.getName()) && part.hasValue())
                .map(part -> part.getValue().primitiveValue())
                .filter(value -> value != null && !value.isBlank())
                .findFirst();
    }
}
