/** What the server's jar does from a command line without a server: {@code evaluate}. */
@NullMarked
package fr.respop.server.commandline;

import org.jspecify.annotations.NullMarked;
