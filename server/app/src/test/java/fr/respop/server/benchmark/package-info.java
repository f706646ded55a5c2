/** What evaluations cost on a server with PostgreSQL; started by the profile {@code database-benchmark}, no test. */
@NullMarked
package fr.respop.server.benchmark;

import org.jspecify.annotations.NullMarked;
