/**
 * Holds the files of {@code terminology} to their promises: labels in both languages, sources and licences, and maps that
 * agree with the lists that they repeat.
 */
@NullMarked
package fr.respop.content.terminology;

import org.jspecify.annotations.NullMarked;
