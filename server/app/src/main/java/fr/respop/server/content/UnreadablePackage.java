package fr.respop.server.content;

/** A content package that is absent or is no FHIR package; names its location. */
final class UnreadablePackage extends RuntimeException {

    UnreadablePackage(String location, Throwable cause) {
        super(
                "The content package " + location
                        + " cannot be read as a FHIR package (.tgz). Set respop.content.content-package"
                        + " to the location of one, or leave it unset to use the server's own.",
                cause);
    }
}
