/** What a finished site must fulfil before it is written. Knows files and HTML, no FHIR. */
@NullMarked
package fr.respop.guide.check;

import org.jspecify.annotations.NullMarked;
