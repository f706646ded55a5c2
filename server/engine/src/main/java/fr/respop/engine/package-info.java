/**
 * Population evaluation: one resident in, one result out, results add up.
 *
 * <p>Knows FHIR and CQL; does not know what hosts it, neither a database nor a web server.
 */
@NullMarked
package fr.respop.engine;

import org.jspecify.annotations.NullMarked;
