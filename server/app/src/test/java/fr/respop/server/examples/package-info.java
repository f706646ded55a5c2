/** The examples of the repository, asked of a running server. */
@NullMarked
package fr.respop.server.examples;

import org.jspecify.annotations.NullMarked;
