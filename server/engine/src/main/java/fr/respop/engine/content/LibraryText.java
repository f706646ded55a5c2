package fr.respop.engine.content;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.elm.r1.Library;
import org.hl7.elm.r1.VersionedIdentifier;
import org.hl7.fhir.r4.model.Attachment;

/**
 * A library before it is compiled.
 *
 * @param cql its CQL, if it has any
 * @param elm its ELM, if it has any that can be read
 * @param digest differs from that of any other text
 */
record LibraryText(Optional<String> cql, Optional<Library> elm, String digest) {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\r\\n]*", Pattern.DOTALL);
    private static final Pattern INCLUDE = Pattern.compile(
            "^\\s*include\\s+(?:\\w+\\.)*(?:\"([^\"]+)\"|(\\w+))(?:\\s+version\\s+'([^']*)')?", Pattern.MULTILINE);

    static LibraryText of(org.hl7.fhir.r4.model.Library library) {
        var cql = content(library, "text/cql");
        var elm = Stream.of("application/elm+json", "application/elm+xml")
                .flatMap(type -> content(library, type).flatMap(text -> elm(text, type, library, cql)).stream())
                .findFirst();
        var parts = library.getContent().stream()
                .flatMap(attachment -> Stream.of(String.valueOf(attachment.getContentType()), dataOf(attachment)));
        return new LibraryText(cql, elm, Digest.of(parts.toList()));
    }

    static LibraryText ofCql(String text) {
        return new LibraryText(Optional.of(text), Optional.empty(), Digest.of(List.of(text)));
    }

    private static Optional<Library> elm(
            String text, String type, org.hl7.fhir.r4.model.Library library, Optional<String> cql) {
        try {
            return Optional.of(Elm.read(text, type));
        } catch (RuntimeException unreadable) {
            if (cql.isPresent()) {
                return Optional.empty();
            }
            throw new InvalidLibrary(
                    String.valueOf(library.getName()),
                    List.of("Its ELM cannot be read: " + unreadable.getMessage()),
                    unreadable);
        }
    }

    private static Optional<String> content(org.hl7.fhir.r4.model.Library library, String type) {
        return library.getContent().stream()
                .filter(attachment -> isOfType(attachment, type) && attachment.hasData())
                .map(LibraryText::dataOf)
                .findFirst();
    }

    private static String dataOf(Attachment attachment) {
        return attachment.hasData() ? new String(attachment.getData(), StandardCharsets.UTF_8) : "";
    }

    /** Whether it is of the type, with or without parameters such as a character set. */
    private static boolean isOfType(Attachment attachment, String type) {
        return type.equals(
                String.valueOf(attachment.getContentType()).split(";", 2)[0].strip());
    }

    boolean isEmpty() {
        return cql.isEmpty() && elm.isEmpty();
    }

    /**
     * The ELM, unless translating the CQL gives better: ELM that leaves overloads open, or that expects the data source
     * to filter by date.
     */
    Optional<Library> trustedElm() {
        return elm.filter(library -> cql.isEmpty() || (Elm.namesOverloads(library) && !Elm.retrievesByDate(library)));
    }

    /** The libraries that it names in its header, in their order. */
    List<VersionedIdentifier> includes() {
        return trustedElm().map(Elm::includes).orElseGet(this::includesOfCql);
    }

    private List<VersionedIdentifier> includesOfCql() {
        var text = COMMENT.matcher(cql.orElse("")).replaceAll(" ");
        return INCLUDE.matcher(text)
                .results()
                .map(include -> new VersionedIdentifier()
                        .withId(include.group(1) == null ? include.group(2) : include.group(1))
                        .withVersion(include.group(3)))
                .toList();
    }
}
