package fr.respop.engine.content;

/**
 * A {@link CqlText} that is compiled.
 *
 * @param library the library that it makes
 * @param content what it is evaluated with; no other library needs to be found there
 */
public record AskedLibrary(CqlLibrary library, Content content) {}
