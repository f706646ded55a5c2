package fr.respop.content.source;

/** Content that cannot be packed. The message says where the problem is and how to cure it. */
public final class ContentProblem extends RuntimeException {

    public ContentProblem(String message) {
        super(message);
    }

    ContentProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
