/**
 * Runs compiled CQL on the record of one resident.
 *
 * <p>Does not know populations, measures or reports.
 */
@NullMarked
package fr.respop.engine.cql;

import org.jspecify.annotations.NullMarked;
