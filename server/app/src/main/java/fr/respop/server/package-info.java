/**
 * Starts the server and wires its features together.
 *
 * <p>Knows every feature; no feature knows it.
 */
@NullMarked
package fr.respop.server;

import org.jspecify.annotations.NullMarked;
