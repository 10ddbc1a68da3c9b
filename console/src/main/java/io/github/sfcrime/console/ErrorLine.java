package io.github.sfcrime.console;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InvalidTopicException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what went wrong, unless it is a bug, and finds the exit code for it. */
final class ErrorLine implements IParameterExceptionHandler, IExecutionExceptionHandler {

    @Override
    public int handleParseException(ParameterException exception, String[] arguments) {
        CommandLine command = exception.getCommandLine();
        print(
                command,
                exception.getMessage() + suggestion(exception) + " (see "
                        + command.getCommandSpec().qualifiedName() + " --help)");
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult arguments)
            throws Exception {
        if (isClosedPipe(exception)) {
            return ExitCode.OK;
        }
        if (exception instanceof UnknownTopicException
                || exception instanceof InvalidTopicException
                || exception instanceof ConfigException) {
            print(command, reason(exception));
            return ExitCode.USAGE;
        }
        if (exception instanceof KafkaException || exception instanceof IOException) {
            print(command, reason(exception));
            return ExitCode.SOFTWARE;
        }
        throw exception;
    }

    /** What an exception says that a person can act on. */
    static String reason(Throwable exception) {
        if (exception instanceof NoSuchFileException) {
            return "there is no such file";
        }
        return exception.getMessage() == null ? exception.toString() : exception.getMessage();
    }

    /** Whoever reads the output has seen enough, as {@code head} has: no failure. */
    private static boolean isClosedPipe(Exception exception) {
        return exception instanceof IOException && "Broken pipe".equals(exception.getMessage());
    }

    private static String suggestion(ParameterException exception) {
        if (!(exception instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        List<String> near = unmatched.getSuggestions();
        return near.isEmpty() ? "" : ", did you mean " + String.join(" or ", near) + "?";
    }

    private static void print(CommandLine command, String message) {
        command.getErr()
                .println(command.getCommandSpec().qualifiedName() + ": "
                        + message.lines().findFirst().orElse(message));
    }
}
