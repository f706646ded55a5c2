package fr.respop.engine.ndjson;

import java.io.Closeable;

/** Lines by subject: all lines of a subject are in the same bucket. */
interface Buckets extends Closeable {

    /** Puts a line into the bucket of a Patient. */
    void add(String patient, Line line);

    /** How many buckets there are. */
    int count();

    /** A bucket, into which nothing is put any more; each is taken once. */
    Bucket take(int number);

    @Override
    void close();
}
