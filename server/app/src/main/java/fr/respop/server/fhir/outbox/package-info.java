/**
 * What is to be told to subscribers, kept in the database from the transaction of the event until it is delivered.
 *
 * <p>Knows how events are numbered and kept; not what they mean, nor how they are sent.
 */
@NullMarked
package fr.respop.server.fhir.outbox;

import org.jspecify.annotations.NullMarked;
