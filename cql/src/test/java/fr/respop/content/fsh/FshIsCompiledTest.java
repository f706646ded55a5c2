package fr.respop.content.fsh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is committed in ig/fsh-generated is what SUSHI makes of ig/input/fsh. */
class FshIsCompiledTest {

    private static final String UPDATE = "mvn -pl cql test -Dtest=FshIsCompiledTest -Dfsh.update";

    @Test
    void committedResultIsCurrent() {
        Map<String, String> compiled = FshProject.compile();
        assertThat(compiled).isNotEmpty();

        if (System.getProperty("fsh.update") != null) {
            assertThat(System.getenv("CI"))
                    .as("Golden files are never rewritten in CI.")
                    .isNull();
            FshProject.commit(compiled);
            return;
        }

        List<String> differences = differences(FshProject.committed(), compiled);
        if (!differences.isEmpty()) {
            fail("ig/fsh-generated is not what SUSHI makes of ig/input/fsh:%n%s%nRegenerate and commit it: %s"
                    .formatted(String.join("\n", differences), UPDATE));
        }
    }

    @Test
    void namesEveryKindOfDifference() {
        var committed = Map.of("gone.json", "{}", "same.json", "{}", "changed.json", "{\n  \"a\": 1\n}");
        var compiled = Map.of("new.json", "{}", "same.json", "{}", "changed.json", "{\n  \"a\": 2\n}");

        assertThat(differences(committed, compiled))
                .containsExactly(
                        "changed.json, line 2: committed `\"a\": 1`, compiled `\"a\": 2`",
                        "gone.json: committed, but no longer compiled from FSH",
                        "new.json: compiled from FSH, but not committed");
    }

    private static List<String> differences(Map<String, String> committed, Map<String, String> compiled) {
        List<String> differences = new ArrayList<>();
        var paths = new TreeSet<>(committed.keySet());
        paths.addAll(compiled.keySet());
        for (String path : paths) {
            String before = committed.get(path);
            String after = compiled.get(path);
            if (after == null) {
                differences.add(path + ": committed, but no longer compiled from FSH");
            } else if (before == null) {
                differences.add(path + ": compiled from FSH, but not committed");
            } else if (!before.equals(after)) {
                differences.add(path + ", "
                        + firstDifference(before.lines().toList(), after.lines().toList()));
            }
        }
        return differences;
    }

    private static String firstDifference(List<String> before, List<String> after) {
        int line = Math.max(0, Arrays.mismatch(before.toArray(), after.toArray()));
        return "line %d: committed `%s`, compiled `%s`".formatted(line + 1, at(before, line), at(after, line));
    }

    private static String at(List<String> lines, int line) {
        return line < lines.size() ? lines.get(line).strip() : "";
    }
}
