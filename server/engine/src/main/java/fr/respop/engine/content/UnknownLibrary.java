package fr.respop.engine.content;

/** No library has this canonical, or this name when it is included by name. */
public final class UnknownLibrary extends ContentException {

    private final String library;

    public UnknownLibrary(String library) {
        super("There is no library " + library, null);
        this.library = library;
    }

    public String library() {
        return library;
    }
}
