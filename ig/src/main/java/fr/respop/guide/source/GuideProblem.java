package fr.respop.guide.source;

/** A site that cannot be made. The message says where the problem is and how to cure it. */
public final class GuideProblem extends RuntimeException {

    public GuideProblem(String message) {
        super(message);
    }

    public GuideProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
