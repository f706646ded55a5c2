/**
 * Applies logigrammes and offers clinical-reasoning's own operations.
 *
 * <p>Knows PlanDefinitions, ActivityDefinitions and Questionnaires as the library sees them; no population.
 */
@NullMarked
package fr.respop.server.reasoning;

import org.jspecify.annotations.NullMarked;
