package fr.respop.engine.ndjson;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A temporary file a bucket. */
final class BucketFiles implements Buckets {

    private static final Logger LOG = LoggerFactory.getLogger(BucketFiles.class);

    private final Path folder;
    private final List<BucketFile> files = new ArrayList<>();

    private BucketFiles(Path folder) {
        this.folder = folder;
    }

    /** @throws UnusableNdjson if the folder takes no files */
    static BucketFiles create(int count, Path folder) {
        var buckets = new BucketFiles(folder);
        try {
            for (int i = 0; i < count; i++) {
                buckets.files.add(new BucketFile(folder));
            }
            return buckets;
        } catch (IOException full) {
            buckets.close();
            throw buckets.notKept(full);
        }
    }

    @Override
    public void add(String patient, Line line) {
        try {
            files.get(Math.floorMod(patient.hashCode(), files.size())).add(patient, line);
        } catch (IOException full) {
            throw notKept(full);
        }
    }

    @Override
    public int count() {
        return files.size();
    }

    @Override
    public Bucket take(int number) {
        try {
            return files.get(number).take();
        } catch (IOException full) {
            throw notKept(full);
        }
    }

    @Override
    public void close() {
        for (var file : files) {
            try {
                file.close();
            } catch (IOException left) {
                LOG.warn("A temporary file in {} is left behind, with data of residents: delete it.", folder, left);
            }
        }
    }

    private UnusableNdjson notKept(IOException cause) {
        return new UnusableNdjson(
                "Temporary files cannot be kept in " + folder
                        + ": make room for as much as the files hold, or name another folder with -Djava.io.tmpdir.",
                cause);
    }
}
