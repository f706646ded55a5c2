/**
 * The Implementation Guide's site, at {@code /ig/} beside the FHIR server. Knows where the pages are, not what they say.
 */
@NullMarked
package fr.respop.server.guide;

import org.jspecify.annotations.NullMarked;
