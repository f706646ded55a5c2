/**
 * Includes residents [inclusion] in a programme, and ends inclusions.
 *
 * <p>An inclusion is an EpisodeOfCare of the profile {@code respop-inclusion}. It is written together with everything that
 * hangs on it, in one transaction, so that there is never half an inclusion; and only here, so that there is none without
 * consent and without a confirmed stratum.
 */
@NullMarked
package fr.respop.server.inclusion;

import org.jspecify.annotations.NullMarked;
