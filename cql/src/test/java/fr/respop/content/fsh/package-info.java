/**
 * Recompiles the Implementation Guide's FSH and compares it with the committed result. Knows Node and SUSHI, knows
 * nothing of CQL.
 */
@NullMarked
package fr.respop.content.fsh;

import org.jspecify.annotations.NullMarked;
