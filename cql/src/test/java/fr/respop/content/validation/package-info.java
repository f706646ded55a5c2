/**
 * Holds the package and the examples against the official FHIR validator. Knows how the validator is started, knows
 * nothing of CQL.
 */
@NullMarked
package fr.respop.content.validation;

import org.jspecify.annotations.NullMarked;
