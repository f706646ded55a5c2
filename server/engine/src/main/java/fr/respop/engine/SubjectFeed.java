package fr.respop.engine;

import java.util.List;

/** Lets several threads draw chunks from one source, one call at a time, and tells how far they have come. */
final class SubjectFeed {

    private final SubjectSource source;
    private final int chunkSize;
    private final ProgressListener listener;
    private boolean isStopped;
    private long done;

    SubjectFeed(SubjectSource source, int chunkSize, ProgressListener listener) {
        this.source = source;
        this.chunkSize = chunkSize;
        this.listener = listener;
    }

    /** The next chunk; an empty one at the end, and for everybody once a thread has failed. */
    synchronized SubjectChunk next() {
        return isStopped ? SubjectChunk.of(List.of()) : source.next(chunkSize);
    }

    synchronized void stop() {
        isStopped = true;
    }

    void done(long subjects) {
        synchronized (listener) {
            done += subjects;
            listener.progressed(done);
        }
    }
}
