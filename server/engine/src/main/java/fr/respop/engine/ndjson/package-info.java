/**
 * Subjects from NDJSON files, as a Bulk Data export writes them: one resource a line, in files of any layout.
 *
 * <p>{@link fr.respop.engine.ndjson.NdjsonSubjects} is the way in. The lines of a folder are read once and shared out by
 * subject into buckets, of which one at a time is in memory.
 */
@NullMarked
package fr.respop.engine.ndjson;

import org.jspecify.annotations.NullMarked;
