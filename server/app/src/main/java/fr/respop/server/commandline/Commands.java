package fr.respop.server.commandline;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The commands of the server's jar. */
public final class Commands {

    private Commands() {}

    /** Whether arguments of the jar are a command, rather than settings of the server. */
    public static boolean isCommand(String[] arguments) {
        return arguments.length > 0 && arguments[0].equals(EvaluateCommand.NAME);
    }

    /**
     * Runs a command.
     *
     * @param arguments the name of the command and its options
     * @param output takes the answer, in UTF-8
     * @param messages takes progress and errors, in UTF-8
     * @return the exit code: 0 if all went well; 1 if the evaluation failed, or left Patients out; 2 if the command, the
     *     files or the content cannot be used
     */
    public static int run(String[] arguments, OutputStream output, OutputStream messages) {
        // What libraries log would get between the lines of the answer, and may quote data of residents.
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        var out = new PrintWriter(output, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(messages, true, StandardCharsets.UTF_8);
        return new CommandLine(CommandSpec.create().name("respop"))
                .addSubcommand(new EvaluateCommand(out, err))
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(new Failures())
                .execute(arguments);
    }
}
