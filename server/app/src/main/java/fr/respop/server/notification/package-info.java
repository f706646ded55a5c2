/**
 * Tells subscribers what happens in the programme, as the guide <i>Subscriptions R5 Backport</i> 1.1.0 describes it for R4.
 *
 * <p>An event is noted in the transaction of the write that it tells of; a worker then sends it until it has arrived. Knows
 * what the events are and how they are sent; not who writes the resources, nor how events are kept.
 */
@NullMarked
package fr.respop.server.notification;

import org.jspecify.annotations.NullMarked;
