package io.github.sfcrime.loader.order;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.loader.call.CallSink;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for the speed of sending. */
public final class PaceOptions {

    @Option(
            names = "--rate",
            paramLabel = "N/s",
            description = "Send at this rate, such as 500/s calls (default: as fast as Kafka accepts them).")
    private @Nullable String rate;

    @Option(
            names = "--speedup",
            paramLabel = "N",
            description =
                    "Replay the calls by their times, that many times faster than they arrived, in event-time order.")
    private @Nullable Double speedup;

    public boolean isReplay() {
        return speedup != null;
    }

    /** A sink that delays calls as the options say and passes them to {@code sink}. */
    public CallSink paced(CallSink sink) {
        Schedule schedule = schedule();
        return schedule == null ? sink : new PacedSink(sink, schedule, System::nanoTime, LockSupport::parkNanos);
    }

    /** The schedule, null for as fast as possible. */
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
