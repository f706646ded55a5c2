/**
 * Builds the FHIR package of the clinical content. Wires reading, checking and packing together and knows nothing of
 * the server that installs the package.
 */
@NullMarked
package fr.respop.content;

import org.jspecify.annotations.NullMarked;
