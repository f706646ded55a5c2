package fr.respop.engine.ndjson;

import ca.uhn.fhir.context.FhirContext;
import fr.respop.engine.SubjectChunk;
import fr.respop.engine.SubjectRecord;
import fr.respop.engine.SubjectSource;
import fr.respop.engine.record.ResourceParser;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;

/**
 * The Patients of a folder of NDJSON files, each with the resources whose {@code subject} or {@code patient} names it.
 *
 * <p>The folder is read once, when the source is opened. Up to {@value #BUCKET_MEGABYTES} MB of it are kept in memory;
 * more is shared out by subject into up to {@value #MOST_BUCKETS} temporary files, which take as much room as the lines
 * that are kept and are deleted when the source is closed. One of them at a time is in memory, so memory does not grow
 * with the population up to about {@value #MOST_BUCKETS} times that size.
 *
 * <p>Subjects come in an order that depends on the files only, the resources of a record by type and id. A resource that
 * cannot be parsed, or that stands in the files twice and differs, costs its subject alone.
 */
public final class NdjsonSubjects implements SubjectSource {

    private static final int BUCKET_MEGABYTES = 32;
    private static final int MOST_BUCKETS = 256;

    private final Buckets buckets;
    private final ResourceParser parser = new ResourceParser(FhirContext.forR4Cached());
    private final Queue<SubjectRecord> read = new ArrayDeque<>();
    private final long patients;
    private int taken;

    private NdjsonSubjects(Buckets buckets, long patients) {
        this.buckets = buckets;
        this.patients = patients;
    }

    /**
     * Reads a folder.
     *
     * @param folder holds {@code *.ndjson} and {@code *.ndjson.gz} files, in UTF-8, one resource a line, by type or mixed
     * @param types the FHIR types that records need to hold; lines of others are not read further than their type
     * @throws UnusableNdjson if there is no such folder or file, if a line is not a resource with an id, or if temporary
     *     files cannot be written
     */
    public static NdjsonSubjects open(Path folder, Set<String> types) {
        return open(folder, types, BUCKET_MEGABYTES * 1024L * 1024L, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /**
     * As {@link #open(Path, Set)}.
     *
     * @param bucketSize how many bytes of JSON make a bucket
     * @param temporary the folder of temporary files
     */
    static NdjsonSubjects open(Path folder, Set<String> types, long bucketSize, Path temporary) {
        var files = NdjsonFolder.of(folder);
        var count = (int) Math.min(MOST_BUCKETS, (files.size() + bucketSize - 1) / bucketSize);
        var buckets = count <= 1 ? new BucketInMemory() : BucketFiles.create(count, temporary);
        try {
            return new NdjsonSubjects(buckets, files.shareOut(types, buckets));
        } catch (RuntimeException unusable) {
            buckets.close();
            throw unusable;
        }
    }

    /** How many Patients the files hold; one that stands in them twice counts twice here, though it is given once. */
    @Override
    public OptionalLong total() {
        return OptionalLong.of(patients);
    }

    @Override
    public SubjectChunk next(int atMost) {
        var chunk = new ArrayList<SubjectRecord>(atMost);
        while (chunk.size() < atMost && (!read.isEmpty() || readNext())) {
            chunk.add(read.remove());
        }
        return SubjectChunk.of(chunk);
    }

    /** Takes buckets until one holds a subject, and returns whether one did. */
    private boolean readNext() {
        while (read.isEmpty() && taken < buckets.count()) {
            read.addAll(buckets.take(taken).records(parser));
            taken++;
        }
        return !read.isEmpty();
    }

    @Override
    public void close() {
        buckets.close();
    }
}
