/**
 * Translates CQL libraries and describes each as a FHIR Library. Knows the translator, knows nothing of the other
 * artefacts.
 */
@NullMarked
package fr.respop.content.cql;

import org.jspecify.annotations.NullMarked;
