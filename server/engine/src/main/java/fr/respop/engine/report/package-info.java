/**
 * Scores the CQL results of a few residents into a measure report, and adds such reports up.
 *
 * <p>Does not know where residents come from nor how CQL is run.
 */
@NullMarked
package fr.respop.engine.report;

import org.jspecify.annotations.NullMarked;
