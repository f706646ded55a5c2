/**
 * The rules that content has to keep, one class a rule. Knows the content, knows nothing of how it is packed.
 */
@NullMarked
package fr.respop.content.check;

import org.jspecify.annotations.NullMarked;
