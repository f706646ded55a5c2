package fr.respop.engine.content;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** No library has this canonical, or this name when it is included by name. */
public final class UnknownLibrary extends ContentException {

    private final String library;
    private final @Nullable String includer;

    public UnknownLibrary(String library) {
        super("There is no library " + library, null);
        this.library = library;
        this.includer = null;
    }

    private UnknownLibrary(String library, String includer) {
        super("There is no library " + library + ", which " + includer + " includes", null);
        this.library = library;
        this.includer = includer;
    }

    /** The same, said of the library that includes it. */
    UnknownLibrary includedBy(String name) {
        return includer == null ? new UnknownLibrary(library, name) : this;
    }

    public String library() {
        return library;
    }

    /** The name of the library that includes it, unless it was asked for itself. */
    public Optional<String> includer() {
        return Optional.ofNullable(includer);
    }
}
