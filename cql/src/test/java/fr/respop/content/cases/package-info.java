/**
 * Evaluates the content on cases and on synthetic residents, by two engines. Knows the package as it is shipped and the
 * engine that the server uses.
 */
@NullMarked
package fr.respop.content.cases;

import org.jspecify.annotations.NullMarked;
