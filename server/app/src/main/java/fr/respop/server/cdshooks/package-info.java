/**
 * CDS Hooks 2.0 at {@code /cds-services}: what GP software shows of a resident's stratum and follow-up when the record is
 * opened, and of an order before it is signed.
 *
 * <p>Reads a request, merges what it sends with what is stored, asks the programmes' CQL, and makes cards of the answers; it
 * writes nothing but feedback. What is overdue and which drugs are to be avoided is content. The JSON of answers is HAPI's
 * model of CDS Hooks. HAPI's registry of services is not used: it would fetch data from the FHIR server that a request
 * names, knows no feedback about several cards, and refuses in words for its programmers.
 */
@NullMarked
package fr.respop.server.cdshooks;

import org.jspecify.annotations.NullMarked;
