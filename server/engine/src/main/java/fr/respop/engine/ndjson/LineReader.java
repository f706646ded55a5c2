package fr.respop.engine.ndjson;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a stream as bytes, in a buffer that every line shares and that grows to the longest of them. */
final class LineReader implements Closeable {

    private final InputStream stream;
    private byte[] buffer = new byte[1 << 16];
    private int filled;
    private int offset;
    private int end = -1;
    private boolean isExhausted;

    LineReader(InputStream stream) {
        this.stream = stream;
    }

    /** Goes to the next line, and returns whether there is one. */
    boolean next() throws IOException {
        offset = end + 1;
        var scanned = offset;
        while (true) {
            for (int i = scanned; i < filled; i++) {
                if (buffer[i] == '\n') {
                    end = i;
                    return true;
                }
            }
            scanned = filled;
            if (isExhausted) {
                end = filled;
                return offset < filled;
            }
            scanned -= fill();
        }
    }

    /** The bytes in which the line stands, from {@link #offset()} for {@link #length()}, until the next line. */
    byte[] buffer() {
        return buffer;
    }

    int offset() {
        return offset;
    }

    int length() {
        return end - offset;
    }

    boolean isBlank() {
        for (int i = offset; i < end; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\r' && buffer[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    /** Reads more behind what there is of the line, and returns by how much that moved to the front. */
    private int fill() throws IOException {
        var moved = offset;
        if (moved > 0) {
            System.arraycopy(buffer, offset, buffer, 0, filled - offset);
            filled -= offset;
            offset = 0;
        } else if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.multiplyExact(buffer.length, 2));
        }
        var read = stream.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            isExhausted = true;
        } else {
            filled += read;
        }
        return moved;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
