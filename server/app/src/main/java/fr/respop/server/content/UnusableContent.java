package fr.respop.server.content;

/** A content package that is absent, is no FHIR package, or breaks a rule; names its location. */
final class UnusableContent extends RuntimeException {

    UnusableContent(String location, Throwable cause) {
        super(
                "The content package " + location + " cannot be installed: " + cause.getMessage()
                        + " Set respop.content.content-package to the location of a sound FHIR package (.tgz),"
                        + " or leave it unset to use the server's own.",
                cause);
    }
}
