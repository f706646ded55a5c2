package fr.respop.server.bulkimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NdjsonLinesTest {

    @TempDir
    Path folder;

    @Test
    void numbersLinesAndLeavesOutBlankOnes() throws IOException {
        assertThat(lines("{a}\n\n  \r\n{b}\r\n{c}".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("1 {a}", "4 {b}\r", "5 {c}");
        assertThat(lines(new byte[0])).isEmpty();
        assertThat(lines("\n\n".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void aLineThatIsNoTextLeavesTheOthersReadable() throws IOException {
        assertThat(lines(new byte[] {'a', (byte) 0xff, '\n', (byte) 0xc3, (byte) 0xa9, '\n'}))
                .containsExactly("1 a\uFFFD", "2 \u00e9");
    }

    @Test
    void keepsNoMoreOfALineThanALineMayHave() throws IOException {
        var file = folder.resolve("long");
        try (var writer = Files.newBufferedWriter(file)) {
            for (int i = 0; i <= NdjsonLines.LONGEST; i++) {
                writer.write('x');
            }
            writer.write("\nshort");
        }
        try (var lines = new NdjsonLines(file)) {
            assertThat(lines.next()).isTrue();
            assertThat(lines.isTooLong()).isTrue();
            assertThat(lines.text()).hasSize(NdjsonLines.LONGEST);
            assertThat(lines.next()).isTrue();
            assertThat(lines.isTooLong()).isFalse();
            assertThat(lines.text()).isEqualTo("short");
        }
    }

    private List<String> lines(byte[] content) throws IOException {
        var file = Files.write(folder.resolve("file"), content);
        var found = new ArrayList<String>();
        try (var lines = new NdjsonLines(file)) {
            while (lines.next()) {
                found.add(lines.number() + " " + lines.text());
            }
        }
        return found;
    }
}
