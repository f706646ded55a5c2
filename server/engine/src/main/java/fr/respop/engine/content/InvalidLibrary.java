package fr.respop.engine.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A library that does not compile, or holds neither CQL nor ELM. */
public final class InvalidLibrary extends ContentException {

    private final String library;
    private final transient List<String> messages;

    public InvalidLibrary(String library, List<String> messages, @Nullable Throwable cause) {
        super("The library " + library + " does not compile: " + String.join("; ", messages), cause);
        this.library = library;
        this.messages = List.copyOf(messages);
    }

    /** The name of the library. */
    public String library() {
        return library;
    }

    /** What the translator said, an error a message, with line and column where it has them. */
    public List<String> messages() {
        return messages;
    }
}
