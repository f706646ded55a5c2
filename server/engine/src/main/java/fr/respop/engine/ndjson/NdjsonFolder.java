package fr.respop.engine.ndjson;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** The files of a folder, one resource a line. */
final class NdjsonFolder {

    private static final String PACKED = ".gz";

    /** What FHIR JSON with its repeated names and codes unpacks to, at least roughly. */
    private static final int UNPACKED_BY_PACKED = 12;

    private final List<Path> files;

    private NdjsonFolder(List<Path> files) {
        this.files = files;
    }

    /** The files {@code *.ndjson} and {@code *.ndjson.gz} in a folder, by name. */
    static NdjsonFolder of(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UnusableNdjson("There is no folder " + folder + ": give the folder that holds the files.", null);
        }
        try (var entries = Files.list(folder)) {
            var files = entries.filter(NdjsonFolder::isNdjson).sorted().toList();
            if (files.isEmpty()) {
                throw new UnusableNdjson(
                        "The folder " + folder + " holds no *.ndjson or *.ndjson.gz file: give the folder that does.",
                        null);
            }
            return new NdjsonFolder(files);
        } catch (IOException unreadable) {
            throw new UnusableNdjson("The folder " + folder + " cannot be read.", unreadable);
        }
    }

    private static boolean isNdjson(Path file) {
        var name = file.getFileName().toString();
        return Files.isRegularFile(file) && (name.endsWith(".ndjson") || name.endsWith(".ndjson" + PACKED));
    }

    /** How many bytes of JSON there are, estimated where they are packed. */
    long size() {
        return files.stream().mapToLong(NdjsonFolder::size).sum();
    }

    private static long size(Path file) {
        try {
            return Files.size(file) * (isPacked(file) ? UNPACKED_BY_PACKED : 1);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static boolean isPacked(Path file) {
        return file.getFileName().toString().endsWith(PACKED);
    }

    /**
     * Gives every line of a wanted type that is about a Patient to the buckets.
     *
     * @return how many Patients there are
     * @throws UnusableNdjson at the first line that is no resource with an id
     */
    long shareOut(Set<String> types, Buckets buckets) {
        var scanner = new LineScanner(types);
        return files.stream()
                .mapToLong(file -> shareOut(file, scanner, buckets))
                .sum();
    }

    private static long shareOut(Path file, LineScanner scanner, Buckets buckets) {
        long number = 0;
        long patients = 0;
        try (var lines = new LineReader(open(file))) {
            while (lines.next()) {
                number++;
                if (!lines.isBlank() && shareOut(lines, scanner, buckets)) {
                    patients++;
                }
            }
            return patients;
        } catch (LineScanner.NoResource wrong) {
            throw new UnusableNdjson(place(file, number) + " " + wrong.getMessage() + ".", null);
        } catch (JsonProcessingException notJson) {
            throw new UnusableNdjson(
                    place(file, number) + " is not JSON: write each resource whole on a line of its own.", null);
        } catch (IOException unreadable) {
            throw new UnusableNdjson(
                    place(file, number + 1) + " cannot be read: the file is damaged or was cut short.", unreadable);
        }
    }

    /** Returns whether the line is a Patient. */
    private static boolean shareOut(LineReader line, LineScanner scanner, Buckets buckets)
            throws IOException, LineScanner.NoResource {
        var header = scanner.scan(line.buffer(), line.offset(), line.length());
        if (header.isEmpty()) {
            return false;
        }
        var json = Arrays.copyOfRange(line.buffer(), line.offset(), line.offset() + line.length());
        var kept = new Line(header.get().type(), header.get().id(), json);
        header.get().patients().forEach(patient -> buckets.add(patient, kept));
        return kept.isPatient();
    }

    private static String place(Path file, long number) {
        return file.getFileName() + ", line " + number;
    }

    private static InputStream open(Path file) throws IOException {
        var stream = Files.newInputStream(file);
        if (!isPacked(file)) {
            return stream;
        }
        try {
            return new GZIPInputStream(new BufferedInputStream(stream, 1 << 16), 1 << 16);
        } catch (IOException noGzip) {
            stream.close();
            throw noGzip;
        }
    }
}
