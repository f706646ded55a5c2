package fr.respop.engine;

import java.util.List;

/**
 * What an {@link IndividualEvaluator} comes to.
 *
 * @param kept what was kept of the subjects, in the order of their references
 * @param failures the subjects who could not be evaluated, in the same order
 * @param <R> what is kept of a subject
 */
public record Individuals<R>(List<R> kept, List<SubjectNotEvaluable> failures) {}
