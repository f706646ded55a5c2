package fr.respop.server.commandline;

import fr.respop.engine.EvaluationCancelled;
import fr.respop.engine.InvalidPeriod;
import fr.respop.engine.MeasureNotEvaluable;
import fr.respop.engine.content.ContentException;
import fr.respop.engine.ndjson.UnusableNdjson;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** What is said when a command fails, and with which exit code it ends. */
final class Failures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (failure instanceof UnusableInput
                || failure instanceof UnusableNdjson
                || failure instanceof ContentException) {
            return end(command, String.valueOf(failure.getMessage()), ExitCode.USAGE);
        }
        if (failure instanceof InvalidPeriod period) {
            var option = period.parameter().equals("periodStart") ? "--period-start" : "--period-end";
            return end(command, option + " " + period.reason(), ExitCode.USAGE);
        }
        if (failure instanceof MeasureNotEvaluable || failure instanceof EvaluationCancelled) {
            return end(command, String.valueOf(failure.getMessage()), ExitCode.SOFTWARE);
        }
        throw failure;
    }

    private static int end(CommandLine command, String message, int exitCode) {
        command.getErr().println(message);
        return exitCode;
    }
}
