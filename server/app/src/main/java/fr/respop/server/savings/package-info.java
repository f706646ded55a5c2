/**
 * Estimates what keeping residents in their stratum is worth, from the programme's published costs.
 */
@NullMarked
package fr.respop.server.savings;

import org.jspecify.annotations.NullMarked;
