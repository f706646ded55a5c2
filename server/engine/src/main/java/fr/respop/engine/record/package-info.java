/** Parses the resources of a subject's record, as strictly as a server that was sent them. */
@NullMarked
package fr.respop.engine.record;

import org.jspecify.annotations.NullMarked;
