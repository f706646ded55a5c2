/**
 * Reads code systems: their concepts, which is narrower than which, and what a value set's filters select of them.
 *
 * <p>Does not know where code systems are kept.
 */
@NullMarked
package fr.respop.engine.terminology;

import org.jspecify.annotations.NullMarked;
