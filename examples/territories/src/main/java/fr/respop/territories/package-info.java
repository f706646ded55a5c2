/**
 * Synthetic residents of the programme's five pioneer territories, made from a territory, a scale and a seed. It knows
 * open administrative data and the programme's published figures; it does not know how strata are computed.
 */
@NullMarked
package fr.respop.territories;

import org.jspecify.annotations.NullMarked;
