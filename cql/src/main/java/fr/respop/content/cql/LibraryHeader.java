package fr.respop.content.cql;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tags of the comments in a CQL file, such as {@code @title: Strata of type 2 diabetes}.
 *
 * <p>A tag's text may go on over the following lines of its comment, up to a blank line or the next tag. Of a tag that
 * occurs more than once the first occurrence counts, which is the one that speaks of the whole library.
 */
record LibraryHeader(Map<String, String> tags) {

    private static final Pattern COMMENT = Pattern.compile("/\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("@(\\w+):(.*?)(?=\\n\\s*(?:\\n|@\\w+:)|\\z)", Pattern.DOTALL);
    private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\n[\\s*]*");

    static LibraryHeader of(CqlSource source) {
        Map<String, String> tags = new TreeMap<>();
        Matcher comment = COMMENT.matcher(source.text());
        while (comment.find()) {
            Matcher tag = TAG.matcher(comment.group(1).strip());
            while (tag.find()) {
                String text = LINE_BREAK.matcher(tag.group(2).strip()).replaceAll(" ");
                tags.putIfAbsent(tag.group(1), text.strip());
            }
        }
        var header = new LibraryHeader(tags);
        header.require("title", source);
        header.require("description", source);
        return header;
    }

    String title() {
        return tags.getOrDefault("title", "");
    }

    String description() {
        return tags.getOrDefault("description", "");
    }

    private void require(String tag, CqlSource source) {
        if (tags.getOrDefault(tag, "").isEmpty()) {
            throw new CqlError(
                    "%s: no @%s: tag. Add it to the comment at the top of the file.".formatted(source.file(), tag));
        }
    }
}
