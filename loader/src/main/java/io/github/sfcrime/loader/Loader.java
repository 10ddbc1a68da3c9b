package io.github.sfcrime.loader;

import io.github.sfcrime.loader.call.UserErrorException;
import io.github.sfcrime.loader.order.CallOrder;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The program: calls for service from files or of its own making, into Kafka. */
@Command(
        name = "sfcrime",
        mixinStandardHelpOptions = true,
        version = "sfcrime 0.1.0",
        description = "Police calls for service of San Francisco into Kafka.",
        scope = CommandLine.ScopeType.INHERIT,
        subcommands = {LoadCommand.class, GenerateCommand.class, CompletionCommand.class})
public final class Loader {

    private static final int DONE_WITHIN_SECONDS = 20;
    private static final int WORLD_FAILED = 1;
    private static final int USER_ERRED = 2;
    private static final int INTERRUPTED = 130;

    private Loader() {}

    /** Runs a command; after Ctrl-C it is given the time to send what is under way and to report. */
    public static void main(String[] args) {
        CountDownLatch done = new CountDownLatch(1);
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interruptAndWait(main, done)));
        int exitCode = commandLine().execute(args);
        done.countDown();
        System.exit(exitCode);
    }

    private static void interruptAndWait(Thread main, CountDownLatch done) {
        try {
            if (done.getCount() > 0) {
                main.interrupt();
                boolean inTime = done.await(DONE_WITHIN_SECONDS, TimeUnit.SECONDS);
                assert inTime : "still busy";
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The command line, whose writers a test may replace. */
    static CommandLine commandLine() {
        return new CommandLine(new Loader())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(CallOrder.class, Loader::order)
                .setParameterExceptionHandler(Loader::onParameterError)
                .setExecutionExceptionHandler(Loader::onError);
    }

    private static CallOrder order(String text) {
        return switch (text) {
            case "event-time" -> CallOrder.EVENT_TIME;
            case "arrival" -> CallOrder.ARRIVAL;
            case "file" -> CallOrder.FILE;
            default -> throw new CommandLine.TypeConversionException("is event-time, arrival or file: " + text);
        };
    }

    private static int onParameterError(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        return failed(
                command,
                USER_ERRED,
                e.getMessage() + " (see " + command.getCommandSpec().qualifiedName() + " --help)");
    }

    private static int onError(Exception e, CommandLine command, CommandLine.ParseResult result) throws Exception {
        if (e instanceof UserErrorException) {
            return failed(command, USER_ERRED, e.getMessage());
        }
        if (e instanceof InterruptedException
                || e instanceof InterruptedIOException
                || e instanceof ClosedByInterruptException
                || e instanceof InterruptException) {
            return failed(command, INTERRUPTED, "interrupted");
        }
        if (e instanceof IOException || e instanceof KafkaException) {
            return failed(command, WORLD_FAILED, e.getMessage());
        }
        throw e;
    }

    private static int failed(CommandLine command, int exitCode, @Nullable String message) {
        PrintWriter err = command.getErr();
        err.println(command.getCommandSpec().qualifiedName() + ": "
                + String.valueOf(message).replaceAll("\\s*\\R\\s*", " "));
        err.flush();
        return exitCode;
    }
}
