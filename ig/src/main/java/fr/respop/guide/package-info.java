/**
 * Makes the Implementation Guide's site: static pages, in English and in French, from the FHIR package and the pages
 * that people wrote. Knows no server.
 */
@NullMarked
package fr.respop.guide;

import org.jspecify.annotations.NullMarked;
