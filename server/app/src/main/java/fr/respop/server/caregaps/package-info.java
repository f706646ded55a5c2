/**
 * Answers which follow-up items [actes de suivi] residents lack, have done or are about to need.
 *
 * <p>Knows DEQM's gaps-in-care report; the measures and their CQL say what an item is and when it is due.
 */
@NullMarked
package fr.respop.server.caregaps;

import org.jspecify.annotations.NullMarked;
