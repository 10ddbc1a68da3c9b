package io.github.sfcrime.loader;

import io.github.sfcrime.cli.DurationConverter;
import io.github.sfcrime.cli.Errors;
import io.github.sfcrime.cli.Version;
import io.github.sfcrime.loader.order.CallOrder;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: calls for service from files or of its own making, into Kafka. */
@Command(
        name = "sfcrime",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Police calls for service of San Francisco into Kafka.",
        scope = CommandLine.ScopeType.INHERIT,
        subcommands = {LoadCommand.class, GenerateCommand.class, CompletionCommand.class})
public final class Loader {

    private static final int DONE_WITHIN_SECONDS = 20;

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
        Errors errors = new Errors();
        return new CommandLine(new Loader())
                .registerConverter(Duration.class, new DurationConverter())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(CallOrder.class, Loader::order)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }

    private static CallOrder order(String text) {
        return switch (text) {
            case "event-time" -> CallOrder.EVENT_TIME;
            case "arrival" -> CallOrder.ARRIVAL;
            case "file" -> CallOrder.FILE;
            default -> throw new CommandLine.TypeConversionException("is event-time, arrival or file: " + text);
        };
    }
}
