package fr.respop.content.cql;

/** CQL that cannot become ELM. The message names the file and the cure. */
public final class CqlError extends RuntimeException {

    CqlError(String message) {
        super(message);
    }
}
