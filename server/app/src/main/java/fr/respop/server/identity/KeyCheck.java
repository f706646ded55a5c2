package fr.respop.server.identity;

/** What happens when the key of an identifier is wrong. */
public enum KeyCheck {
    /** The write is refused. */
    ERROR,
    /** The write is done, and its answer says what is wrong. */
    WARNING,
    /** The key is not looked at. */
    OFF;

    /** The same check, on an identifier that is made for tests. */
    KeyCheck atMostWarning() {
        return this == ERROR ? WARNING : this;
    }
}
