package fr.respop.server.security;

/** A configuration under which anybody on the network could read the residents' data; says what to set instead. */
final class UnprotectedServer extends RuntimeException {

    private final String cure;

    UnprotectedServer(String reason, String cure) {
        super(reason);
        this.cure = cure;
    }

    String cure() {
        return cure;
    }
}
