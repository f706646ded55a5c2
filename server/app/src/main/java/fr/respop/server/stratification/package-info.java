/**
 * Proposes strata [strates] when a resident's data change, and has the general practitioner confirm them.
 *
 * <p>Knows RiskAssessments of the profile {@code respop-stratum}; what a stratum is, the programme's CQL says.
 */
@NullMarked
package fr.respop.server.stratification;

import org.jspecify.annotations.NullMarked;
