package fr.respop.server.bulkimport;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The lines of a file that are not blank, one after another; no more of a line is kept than {@value #LONGEST} characters. */
final class NdjsonLines implements Closeable {

    static final int LONGEST = 20_000_000;

    private final BufferedReader reader;
    private final StringBuilder text = new StringBuilder();
    private int number;
    private boolean isTooLong;

    NdjsonLines(Path path) throws IOException {
        // What is no UTF-8 becomes characters that stand for it: a line is refused or kept, never the file.
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        this.reader = new BufferedReader(new InputStreamReader(Files.newInputStream(path), decoder), 1 << 16);
    }

    /** Goes to the next line that is not blank, and says whether there is one. */
    boolean next() throws IOException {
        while (read()) {
            number++;
            if (!text.toString().isBlank()) {
                return true;
            }
        }
        return false;
    }

    private boolean read() throws IOException {
        text.setLength(0);
        isTooLong = false;
        var next = reader.read();
        if (next < 0) {
            return false;
        }
        for (; next >= 0 && next != '\n'; next = reader.read()) {
            if (text.length() < LONGEST) {
                text.append((char) next);
            } else {
                isTooLong = true;
            }
        }
        return true;
    }

    /** The number of the line, from 1; blank ones count. */
    int number() {
        return number;
    }

    String text() {
        return text.toString();
    }

    boolean isTooLong() {
        return isTooLong;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
