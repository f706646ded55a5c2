package fr.respop.content.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Tells whether any of a package's inputs changed, by name or by content. */
public final class Fingerprint {

    private Fingerprint() {}

    public static String of(List<Path> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files) {
                byte[] content = Files.readAllBytes(file);
                digest.update((file + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** Whether a former build left this fingerprint beside its result. */
    public static boolean isStored(String fingerprint, Path file) {
        try {
            return Files.exists(file) && Files.readString(file).equals(fingerprint);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void store(String fingerprint, Path file) {
        try {
            Files.writeString(file, fingerprint);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
