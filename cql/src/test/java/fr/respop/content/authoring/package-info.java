/** Follows the page for authors: copies what it shows into a copy of the content, and builds that. Knows no item. */
@NullMarked
package fr.respop.content.authoring;

import org.jspecify.annotations.NullMarked;
