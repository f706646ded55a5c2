package fr.respop.engine.content;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kotlinx.io.Buffer;
import kotlinx.io.Source;
import kotlinx.io.Utf8Kt;
import org.cqframework.cql.cql2elm.LibraryContentType;
import org.cqframework.cql.cql2elm.LibrarySourceProvider;
import org.cqframework.cql.cql2elm.quick.FhirLibrarySourceProvider;
import org.hl7.elm.r1.VersionedIdentifier;
import org.hl7.fhir.r4.model.Library;
import org.jspecify.annotations.Nullable;

/** Finds the texts of libraries by the names that CQL gives them; FHIRHelpers is always there. */
final class LibraryTexts implements LibrarySourceProvider {

    private final ContentSource source;
    private final LibrarySourceProvider helpers = new FhirLibrarySourceProvider();
    private final Map<VersionedIdentifier, LibraryText> known = new HashMap<>();

    LibraryTexts(ContentSource source) {
        this.source = source;
    }

    /** The name and version by which CQL knows the library, which is found under them from now on. */
    VersionedIdentifier register(Library library) {
        var url = library.getUrl();
        var name = library.hasName() || url == null ? library.getName() : url.substring(url.lastIndexOf('/') + 1);
        var identifier = new VersionedIdentifier().withId(name).withVersion(library.getVersion());
        known.put(identifier, LibraryText.of(library));
        return identifier;
    }

    LibraryText find(VersionedIdentifier identifier) {
        return known.computeIfAbsent(identifier, this::load);
    }

    private LibraryText load(VersionedIdentifier identifier) {
        var version = Optional.ofNullable(identifier.getVersion()).orElse("");
        var name = String.valueOf(identifier.getId());
        return source.libraryByName(name, version)
                .map(LibraryText::of)
                .or(() -> helpers(identifier))
                .orElseThrow(() -> new UnknownLibrary(version.isEmpty() ? name : name + "|" + version));
    }

    private Optional<LibraryText> helpers(VersionedIdentifier identifier) {
        return Optional.ofNullable(helpers.getLibrarySource(identifier))
                .map(text -> LibraryText.ofCql(Utf8Kt.readString(text)));
    }

    @Override
    public @Nullable Source getLibrarySource(VersionedIdentifier identifier) {
        return find(identifier).cql().map(LibraryTexts::stream).orElse(null);
    }

    @Override
    public @Nullable Source getLibraryContent(VersionedIdentifier identifier, LibraryContentType type) {
        return type == LibraryContentType.CQL ? getLibrarySource(identifier) : null;
    }

    private static Source stream(String text) {
        var buffer = new Buffer();
        Utf8Kt.writeString(buffer, text, 0, text.length());
        return buffer;
    }
}
