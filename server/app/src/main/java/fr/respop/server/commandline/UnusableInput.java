package fr.respop.server.commandline;

/** Something that a command was given and cannot use; the message says which and what to do. */
final class UnusableInput extends RuntimeException {

    UnusableInput(String message) {
        super(message);
    }
}
