/**
 * Runs the definitions of CQL libraries as trees of Java objects, made once and shared by all threads.
 *
 * <p>The operators are the CQL engine's own; what is saved is the interpretation between them: a name is looked up and an
 * element's kind decided when the tree is made, not at every evaluation. Does not know what cannot be made into a tree, nor
 * why a definition fails: whoever runs it asks the CQL engine then.
 */
@NullMarked
package fr.respop.engine.compiled;

import org.jspecify.annotations.NullMarked;
