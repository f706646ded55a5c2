package fr.respop.engine.report;

/**
 * A subject that could not be counted.
 *
 * @param subject its reference, such as {@code Patient/123}
 * @param reason why, in words that tell nothing else of the subject
 */
public record SubjectFailure(String subject, String reason) {}
