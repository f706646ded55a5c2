/**
 * FHIR's terminology operations: {@code $expand}, {@code $validate-code}, {@code $lookup}, {@code $subsumes} and
 * {@code $translate}.
 *
 * <p>They answer from the stored resources themselves, so what was stored counts from the next request on. HAPI's own
 * answer from tables that are filled later, and through a full-text index that this server does not keep. Knows no
 * residents and no measures.
 */
@NullMarked
package fr.respop.server.terminology;

import org.jspecify.annotations.NullMarked;
