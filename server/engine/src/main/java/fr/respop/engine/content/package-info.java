/**
 * Finds libraries, measures and value sets, and compiles and expands each of them once.
 *
 * <p>Does not know residents nor their data.
 */
@NullMarked
package fr.respop.engine.content;

import org.jspecify.annotations.NullMarked;
