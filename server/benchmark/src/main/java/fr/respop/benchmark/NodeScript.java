package fr.respop.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A script that Node runs in a process of its own. */
final class NodeScript {

    private final Path script;

    NodeScript(Path script) {
        this.script = script;
    }

    /** Whether there is a Node, and whether the script's packages are installed beside it. */
    boolean isPresent() {
        try {
            return Files.isDirectory(script.resolveSibling("node_modules"))
                    && new ProcessBuilder("node", "--version")
                                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                    .start()
                                    .waitFor()
                            == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Runs it on a folder. */
    Cost run(Path folder) throws IOException {
        var builder = new ProcessBuilder("node", script.toString(), folder.toString()).inheritIO();
        // One hour ahead of UTC all year, as Paris is at both ends of the period.
        builder.environment().put("TZ", "Etc/GMT-1");
        var started = System.nanoTime();
        var node = builder.start();
        var cpu = Duration.ZERO;
        try {
            while (!node.waitFor(20, TimeUnit.MILLISECONDS)) {
                cpu = node.info().totalCpuDuration().orElse(cpu);
            }
        } catch (InterruptedException ended) {
            node.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Node ran", ended);
        }
        if (node.exitValue() != 0) {
            throw new IllegalStateException("Node ended with an error");
        }
        return new Cost(Duration.ofNanos(System.nanoTime() - started), cpu);
    }

    /** What the whole process cost, its start included. */
    record Cost(Duration wall, Duration cpu) {}
}
