package fr.respop.content.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A folder with a package.json and its lock file.
 *
 * <p>Where Node is absent the tests that need it are skipped, and say so; {@code -Dnode.tests=off} skips them where Node
 * is present without access to an npm registry.
 */
public final class NodeProject {

    private final Path folder;

    private NodeProject(Path folder) {
        this.folder = folder;
    }

    /** The project with its dependencies installed, exactly as its lock file has them. */
    public static synchronized NodeProject installed(Path folder) {
        skipUnless(isSwitchedOn(), "Skipped: the tests that need Node are switched off by -Dnode.tests=off.");
        skipUnless(
                isPresent("node") && isPresent("npm"),
                "Skipped: Node and npm are not on the path; with them FSH is recompiled and a second engine asked.");
        var project = new NodeProject(folder.toAbsolutePath().normalize());
        project.install();
        return project;
    }

    /** Whether {@link #installed} gives a project; for a test that can do without a part. */
    public static boolean isUsable() {
        return isSwitchedOn() && isPresent("node") && isPresent("npm");
    }

    private static boolean isSwitchedOn() {
        return !System.getProperty("node.tests", "on").equals("off");
    }

    /** Runs a script of the project and returns what it printed, which must go without error. */
    public String run(Map<String, String> environment, String script, List<String> arguments) {
        List<String> command =
                new ArrayList<>(List.of("node", folder.resolve(script).toString()));
        command.addAll(arguments);
        return succeed(command, environment);
    }

    private static void skipUnless(boolean condition, String reason) {
        if (!condition) {
            // Maven counts what is skipped but keeps the reason to itself.
            System.out.println(reason);
        }
        assumeTrue(condition, reason);
    }

    private void install() {
        // The copy tells which lock file the installed packages came from, so that a second run installs nothing.
        Path done = folder.resolve("node_modules/.respop-lock.json");
        Path lock = folder.resolve("package-lock.json");
        try {
            if (Files.exists(done) && Files.mismatch(done, lock) == -1) {
                return;
            }
            succeed(List.of("npm", "ci"), Map.of());
            Files.copy(lock, done);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String succeed(List<String> command, Map<String, String> environment) {
        try {
            Path log = Files.createTempFile("node-", ".log");
            var builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            int exitCode = builder.start().waitFor();
            String output = Files.readString(log, StandardCharsets.UTF_8);
            Files.delete(log);
            assertThat(exitCode)
                    .as("%s, run in %s, ended with an error and this output:%n%s", command, folder, output)
                    .isZero();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + command + " ran.", e);
        }
    }

    private static boolean isPresent(String program) {
        try {
            var process = new ProcessBuilder(program, "--version")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
