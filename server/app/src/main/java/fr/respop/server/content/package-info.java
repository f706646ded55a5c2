/**
 * Installs the clinical content package when the server starts.
 *
 * <p>Knows packages and canonical resources; does not know what the content says.
 */
@NullMarked
package fr.respop.server.content;

import org.jspecify.annotations.NullMarked;
