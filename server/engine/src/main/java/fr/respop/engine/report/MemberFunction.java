package fr.respop.engine.report;

/**
 * A CQL function that a measure applies to each member of a population.
 *
 * @param result the name under which the scoring looks for the results
 * @param function the name of the function
 * @param population the expression that gives the members
 * @param takesMember whether the member is its argument; otherwise it has none
 * @param isObservation whether it gives the number that is observed rather than the value of a stratifier
 */
public record MemberFunction(
        String result, String function, String population, boolean takesMember, boolean isObservation) {}
