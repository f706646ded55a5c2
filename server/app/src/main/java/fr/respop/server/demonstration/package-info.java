/**
 * Fills an empty server with a synthetic territory, and shows its pyramids once the server is ready.
 *
 * <p>Knows the synthetic residents; uses the server as any client would.
 */
@NullMarked
package fr.respop.server.demonstration;

import org.jspecify.annotations.NullMarked;
