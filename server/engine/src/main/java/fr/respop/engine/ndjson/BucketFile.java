package fr.respop.engine.ndjson;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A bucket in a temporary file that only its owner may read.
 *
 * <p>The system deletes it when it is closed, also when the process is killed; under Unix it has no name from the start.
 */
final class BucketFile {

    private static final int BUFFER = 1 << 15;

    private final FileChannel file;
    private final DataOutputStream output;
    private long lines;

    BucketFile(Path folder) throws IOException {
        file = FileChannel.open(
                Files.createTempFile(folder, "respop-", ".bucket"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        output = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), BUFFER));
    }

    void add(String patient, Line line) throws IOException {
        output.writeUTF(patient);
        line.writeTo(output);
        lines++;
    }

    /** What was added; closes the file. */
    Bucket take() throws IOException {
        output.flush();
        var bucket = new Bucket();
        try (var input =
                new DataInputStream(new BufferedInputStream(Channels.newInputStream(file.position(0)), BUFFER))) {
            for (long i = 0; i < lines; i++) {
                bucket.add(input.readUTF(), Line.readFrom(input));
            }
        }
        return bucket;
    }

    void close() throws IOException {
        file.close();
    }
}
