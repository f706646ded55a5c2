package fr.respop.engine.content;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A short name for long texts, which no other texts have. */
public final class Digest {

    private Digest() {}

    /** The SHA-256 of the texts, one by one and in their order, in hexadecimal digits. */
    public static String of(List<String> texts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var text : texts) {
                var bytes = text.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
