package fr.respop.server.content;

import fr.respop.server.fhir.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.util.unit.DataSize;

/** The files of a {@code .tgz} by their path in it. */
final class PackageArchive {

    private PackageArchive() {}

    /** Unpacks in memory; refuses what is no such archive, and what is larger than the limit once unpacked. */
    static Map<String, byte[]> unpack(byte[] archive, DataSize limit) {
        var files = new TreeMap<String, byte[]>();
        var left = limit.toBytes();
        try (var tar = new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(archive)))) {
            TarArchiveEntry entry;
            while ((entry = tar.getNextEntry()) != null) {
                var file = tar.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE - 8));
                left -= file.length;
                if (left < 0) {
                    throw tooLarge(limit);
                }
                files.put(entry.getName(), file);
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw Refusal.badRequest(
                    IssueType.INVALID,
                    "npmContent",
                    "It is no FHIR package: a gzipped tar archive (.tgz) is expected. Send the file that the build made.");
        }
        return files;
    }

    private static Refusal tooLarge(DataSize limit) {
        return Refusal.of(
                413,
                IssueType.TOOLONG,
                "npmContent",
                "The package is larger than " + limit.toMegabytes() + " MB once unpacked. Leave out what is not needed,"
                        + " or have whoever runs the server raise respop.content.maximum-unpacked-size.");
    }
}
