package fr.respop.guide.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the definitions in a CQL source, and the comment right above each.
 *
 * <p>A definition begins and ends at the margin, as all of Respop's do: what belongs to it is indented.
 */
final class CqlDefines {

    private static final Pattern DEFINE = Pattern.compile(
            "define\\s+(?:(?:public|private|fluent|function)\\s+)*(?:\"([^\"]+)\"|(\\w+)).*", Pattern.DOTALL);
    private static final Pattern STATEMENT = Pattern.compile("(/\\*|//|define\\b|parameter\\b|context\\b).*");
    private static final Pattern TAG = Pattern.compile("@(\\w+):(.*?)(?=\\n\\s*(?:\\n|@\\w+:)|\\z)", Pattern.DOTALL);

    private final List<String> lines;
    private final List<Define> defines = new ArrayList<>();
    private final Set<String> anchors = new HashSet<>();

    private CqlDefines(String text) {
        this.lines = text.lines().toList();
    }

    static List<Define> in(String text) {
        var found = new CqlDefines(text);
        found.collect();
        return found.defines;
    }

    private void collect() {
        String comment = "";
        for (int line = 0; line < lines.size(); ) {
            String first = lines.get(line);
            int end = line + 1;
            if (first.startsWith("/*")) {
                end = endOfComment(line);
                comment = join(line, end).replaceFirst("\\s*\\*/\\s*$", "");
            } else if (DEFINE.matcher(first).matches()) {
                end = endOfStatement(line);
                add(join(line, end).stripTrailing(), comment);
                comment = "";
            } else if (!first.isBlank()) {
                comment = "";
            }
            line = end;
        }
    }

    private int endOfComment(int start) {
        int end = start;
        while (end < lines.size() && !lines.get(end).contains("*/")) {
            end++;
        }
        return Math.min(end + 1, lines.size());
    }

    private int endOfStatement(int start) {
        int end = start + 1;
        while (end < lines.size() && !STATEMENT.matcher(lines.get(end)).matches()) {
            end++;
        }
        return end;
    }

    private String join(int start, int end) {
        return String.join("\n", lines.subList(start, end));
    }

    private void add(String cql, String comment) {
        Matcher define = DEFINE.matcher(cql);
        if (define.matches()) {
            String name = define.group(1) == null ? define.group(2) : define.group(1);
            defines.add(new Define(name, anchor(name), tag("meaning", comment), tag("source", comment), cql));
        }
    }

    /** The words of the name, numbered where a function has several forms. */
    private String anchor(String name) {
        String words = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
        String anchor = words;
        for (int number = 2; !anchors.add(anchor); number++) {
            anchor = words + "-" + number;
        }
        return anchor;
    }

    private static String tag(String name, String comment) {
        return TAG.matcher(comment)
                .results()
                .filter(tag -> tag.group(1).equals(name))
                .map(tag -> tag.group(2).strip().replaceAll("\\s*\\n\\s*", " "))
                .findFirst()
                .orElse("");
    }
}
