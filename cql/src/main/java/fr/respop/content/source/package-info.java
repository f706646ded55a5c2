/**
 * The content as it lies in the repository: where each part is and what was read from it. Judges nothing.
 */
@NullMarked
package fr.respop.content.source;

import org.jspecify.annotations.NullMarked;
