package fr.respop.content.check;

/**
 * A broken rule.
 *
 * @param where file, and element or expression in it
 * @param problem what is wrong, naming the other end
 * @param cure what to do
 */
public record Finding(String where, String problem, String cure) {

    @Override
    public String toString() {
        return "%s: %s %s".formatted(where, problem, cure);
    }
}
