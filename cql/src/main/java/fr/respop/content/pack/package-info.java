/**
 * Writes checked content as a FHIR NPM package whose bytes depend on the content alone.
 */
@NullMarked
package fr.respop.content.pack;

import org.jspecify.annotations.NullMarked;
