package fr.respop.content.authoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The blocks of {@code server/docs/authoring.md} that name a file: a whole file, text for its end, or text to put after
 * some other.
 */
final class AuthoringPage {

    private static final Path PAGE = Path.of("../server/docs/authoring.md");
    private static final Pattern BLOCK = Pattern.compile(
            "^`([\\w./-]+)`(, at the end|, after `([^`]+)`)?:\\n\\n```\\w+\\n(.*?)^```$",
            Pattern.MULTILINE | Pattern.DOTALL);

    /**
     * A block of the page.
     *
     * @param file the file that it is for, from the repository's root
     * @param place where in the file it goes, empty for a whole file
     * @param anchor the text that it comes after, empty when it comes at the end
     */
    record Block(String file, String place, String anchor, String text) {

        private static Block of(MatchResult match) {
            return new Block(match.group(1), orEmpty(match.group(2)), orEmpty(match.group(3)), match.group(4));
        }

        @SuppressWarnings("NullAway") // A group that did not match is null.
        private static String orEmpty(String group) {
            return group == null ? "" : group;
        }

        void applyIn(Path root) {
            Path target = root.resolve(file);
            try {
                Files.createDirectories(target.getParent());
                Files.writeString(target, place.isEmpty() ? text : changed(Files.readString(target)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private String changed(String before) {
            if (anchor.isEmpty()) {
                return before + text;
            }
            int start = before.indexOf(anchor);
            if (start < 0) {
                throw new IllegalStateException(file + " has no " + anchor + ". Correct the page.");
            }
            int end = before.indexOf('\n', start) + 1;
            return before.substring(0, end) + text + before.substring(end);
        }
    }

    private AuthoringPage() {}

    static List<Block> blocks() {
        try {
            return BLOCK.matcher(Files.readString(PAGE))
                    .results()
                    .map(Block::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
