package fr.respop.engine;

/**
 * The expression that says whether a subject belongs to the population at all.
 *
 * @param library the canonical of the CQL library, with or without a version
 * @param expression the name of a Boolean expression of it; a subject for which it is not true counts nowhere
 */
public record Membership(String library, String expression) {}
