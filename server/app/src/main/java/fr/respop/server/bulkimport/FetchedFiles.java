package fr.respop.server.bulkimport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** A folder for files of one import, which only the user of the server's process may read; closed, it is gone. */
final class FetchedFiles implements AutoCloseable {

    private final Path folder;
    private int count;

    FetchedFiles() {
        try {
            folder = Files.createTempDirectory("respop-import-");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The path of a new file. */
    Path next() {
        count++;
        return folder.resolve(count + ".ndjson");
    }

    @Override
    public void close() {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
