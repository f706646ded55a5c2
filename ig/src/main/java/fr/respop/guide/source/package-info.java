/**
 * What the site is made from: the resources of the FHIR package, the CQL in its libraries, and the written pages.
 * Knows nothing of HTML.
 */
@NullMarked
package fr.respop.guide.source;

import org.jspecify.annotations.NullMarked;
