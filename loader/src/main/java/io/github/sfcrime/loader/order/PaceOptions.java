package io.github.sfcrime.loader.order;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.loader.call.CallSink;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how fast to send. */
public final class PaceOptions {

    @Option(
            names = "--rate",
            paramLabel = "N/s",
            description = "Send so many calls a second, as 500/s (default: as fast as Kafka takes them).")
    private @Nullable String rate;

    @Option(
            names = "--speedup",
            paramLabel = "N",
            description =
                    "Replay the calls by their times, so many times faster than they came in; in event-time order.")
    private @Nullable Double speedup;

    public boolean isReplay() {
        return speedup != null;
    }

    /** Holds calls back as the options say before they go to {@code sink}. */
    public CallSink paced(CallSink sink) {
        Schedule schedule = schedule();
        return schedule == null ? sink : new PacedSink(sink, schedule, System::nanoTime, LockSupport::parkNanos);
    }

    /** When calls are due, null for as fast as possible. */
    @Nullable
    public Schedule schedule() {
        if (rate != null && speedup != null) {
            throw new UserErrorException("--rate and --speedup exclude each other: take one");
        }
        if (rate != null) {
            return Schedule.ofRate(callsPerSecond(rate));
        }
        if (speedup == null) {
            return null;
        }
        if (!(speedup > 0) || speedup.isInfinite()) {
            throw new UserErrorException("--speedup must be above 0: " + speedup);
        }
        return Schedule.ofReplay(speedup);
    }

    private static double callsPerSecond(String text) {
        try {
            double number = Double.parseDouble(text.endsWith("/s") ? text.substring(0, text.length() - 2) : text);
            if (number > 0 && number < 1e9) {
                return number;
            }
        } catch (NumberFormatException e) {
            // The message below says it.
        }
        throw new UserErrorException("--rate must be calls per second, as 500/s: " + text);
    }
}
