package io.github.sfcrime.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports an error in one line, or with its stack trace if it is a bug, and gives its exit code. */
public final class Errors implements IParameterExceptionHandler, IExecutionExceptionHandler {

    public static final int WORLD_FAILED = 1;
    public static final int USER_ERRED = 2;
    public static final int INTERRUPTED = 130;

    /** Exceptions whose message is no more than a file name. */
    private static final Map<Class<? extends IOException>, String> REASONS = Map.of(
            NoSuchFileException.class, "there is no such file",
            AccessDeniedException.class, "permission denied",
            FileAlreadyExistsException.class, "it exists already",
            NotDirectoryException.class, "it is no directory",
            MalformedInputException.class, "it is not UTF-8 text");

    @Override
    public int handleParseException(ParameterException exception, String[] arguments) {
        CommandLine command = exception.getCommandLine();
        String help = " (see " + command.getCommandSpec().qualifiedName() + " --help)";
        return told(command, exception.getMessage() + suggestion(exception) + help, USER_ERRED);
    }

    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult arguments)
            throws Exception {
        if (isClosedPipe(exception)) {
            return 0;
        }
        if (exception instanceof UserErrorException || exception instanceof InvalidPathException) {
            return told(command, reason(exception), USER_ERRED);
        }
        if (isBeingEnded() && !(command.getCommand() instanceof FinishesWhenInterrupted)) {
            // The JVM is shutting down: this failure follows from that.
            return INTERRUPTED;
        }
        if (isInterrupt(exception)) {
            return told(command, "interrupted", INTERRUPTED);
        }
        if (exception instanceof KafkaException failure) {
            return told(command, KafkaFailures.reason(failure, command), KafkaFailures.exitCode(failure));
        }
        if (exception instanceof Failure
                || exception instanceof IOException
                || exception instanceof UncheckedIOException) {
            return told(command, reasonAndFile(exception), WORLD_FAILED);
        }
        throw exception;
    }

    /** The message of an exception, in words for a user. */
    public static String reason(Throwable exception) {
        if (exception instanceof UncheckedIOException && exception.getCause() != null) {
            return reason(exception.getCause());
        }
        if (exception instanceof InvalidPathException name) {
            return "cannot use the file name " + name.getInput()
                    + ": this locale has no such letters, set LC_ALL=C.UTF-8 or another of UTF-8";
        }
        String known = REASONS.get(exception.getClass());
        if (known != null) {
            return known;
        }
        if (exception instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getReason();
        }
        return exception.getMessage() == null ? exception.toString() : exception.getMessage();
    }

    /** The same with the file's name in front, where the exception has one. */
    private static String reasonAndFile(Exception exception) {
        Throwable failure = exception instanceof UncheckedIOException ? exception.getCause() : exception;
        String file = failure instanceof FileSystemException about ? about.getFile() : null;
        return file == null ? reason(exception) : file + ": " + reason(exception);
    }

    /** The reader of the output has closed its end, as {@code head} does: no failure. */
    private static boolean isClosedPipe(@Nullable Throwable exception) {
        return exception instanceof UncheckedIOException
                ? isClosedPipe(exception.getCause())
                : exception instanceof IOException && "Broken pipe".equals(exception.getMessage());
    }

    private static boolean isInterrupt(Exception exception) {
        return exception instanceof InterruptedException
                || exception instanceof InterruptedIOException
                || exception instanceof ClosedByInterruptException
                || exception instanceof InterruptException;
    }

    /** Whether the JVM is ending, as it does after Ctrl-C. */
    private static boolean isBeingEnded() {
        Thread hook = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            return !Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            return true;
        }
    }

    private static String suggestion(ParameterException exception) {
        if (!(exception instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        List<String> near = unmatched.getSuggestions();
        return near.isEmpty() ? "" : ", did you mean " + String.join(" or ", near) + "?";
    }

    private static int told(CommandLine command, String message, int exitCode) {
        PrintWriter err = command.getErr();
        err.println(command.getCommandSpec().qualifiedName() + ": "
                + message.strip().replaceAll("\\s*\\R\\s*", " "));
        err.flush();
        return exitCode;
    }
}
