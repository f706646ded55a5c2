/**
 * Installs content packages, the server's own when it starts and others by {@code $install}, after checking them.
 *
 * <p>Knows packages, canonical resources and the rules of the build; does not know what the content says.
 */
@NullMarked
package fr.respop.server.content;

import org.jspecify.annotations.NullMarked;
