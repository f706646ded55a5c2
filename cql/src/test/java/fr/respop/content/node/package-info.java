/** Runs Node programs for tests that compare with tools of the JavaScript world. Knows no content. */
@NullMarked
package fr.respop.content.node;

import org.jspecify.annotations.NullMarked;
