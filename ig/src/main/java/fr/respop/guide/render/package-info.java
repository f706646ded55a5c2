/**
 * Turns the sources into pages: templates, Markdown and the tables that a written page includes. Judges no link.
 */
@NullMarked
package fr.respop.guide.render;

import org.jspecify.annotations.NullMarked;
