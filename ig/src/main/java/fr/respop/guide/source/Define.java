package fr.respop.guide.source;

/**
 * A definition of a CQL library, with what the comment above it says.
 *
 * @param name the name without quotes
 * @param anchor the place of the definition in the library's page
 * @param meaning what it means, empty if nothing is said
 * @param source where it comes from, empty if nothing is said
 * @param cql the definition itself, without the comment
 */
public record Define(String name, String anchor, String meaning, String source, String cql) {}
