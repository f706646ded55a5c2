package fr.respop.engine;

import java.util.List;

/**
 * Some subjects of a source.
 *
 * @param records those that are to be evaluated
 * @param known what others come to, whose records need not be read
 */
public record SubjectChunk(List<? extends SubjectRecord> records, KnownSubjects known) {

    public SubjectChunk {
        records = List.copyOf(records);
    }

    /** Subjects all of whom are to be evaluated. */
    public static SubjectChunk of(List<? extends SubjectRecord> records) {
        return new SubjectChunk(records, KnownSubjects.NONE);
    }

    /** Whether the source has come to its end. */
    public boolean isEmpty() {
        return subjects() == 0;
    }

    /** How many subjects these are. */
    public long subjects() {
        return records.size() + known.subjects();
    }
}
