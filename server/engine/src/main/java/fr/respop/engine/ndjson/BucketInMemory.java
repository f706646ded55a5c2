package fr.respop.engine.ndjson;

/** One bucket for all, for a population that fits into memory. */
final class BucketInMemory implements Buckets {

    private final Bucket bucket = new Bucket();

    @Override
    public void add(String patient, Line line) {
        bucket.add(patient, line);
    }

    @Override
    public int count() {
        return 1;
    }

    @Override
    public Bucket take(int number) {
        return bucket;
    }

    @Override
    public void close() {}
}
