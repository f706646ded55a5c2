package fr.respop.engine.record;

/** A resource that cannot be parsed; its message names the resource and the rule, and quotes nothing of its content. */
public final class UnreadableResource extends RuntimeException {

    /** Has no cause: messages of parsers quote what they could not read. */
    UnreadableResource(String resource, String reason) {
        super(resource + " cannot be read: " + reason);
    }
}
