package fr.respop.content.validation;

/** One finding of the validator: in which file, on which element, and what it says. */
record Finding(String severity, String file, String element, String message) {

    @Override
    public String toString() {
        return "%s, %s, %s: %s".formatted(severity, file, element, message);
    }
}
