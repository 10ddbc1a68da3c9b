package io.github.sfcrime.local;

import io.github.sfcrime.cli.output.Terminal;
import java.time.Duration;
import java.time.Instant;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** A spinner with the elapsed time on standard error, if that is a terminal, until it is closed. */
public final class Waiting implements AutoCloseable {

    private static final String TURNING = "|/-\\";
    private static final int UPDATE_MILLIS = 200;

    private final @Nullable ProgressBar bar;

    private Waiting(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    /** Begins to show it. */
    public static Waiting on(String what) {
        if (!Terminal.isStandardError()) {
            return new Waiting(null);
        }
        Instant begun = Instant.now();
        return new Waiting(new ProgressBarBuilder()
                .setRenderer((state, width) -> line(what, Duration.between(begun, Instant.now())))
                .setConsumer(new ConsoleProgressBarConsumer(System.err))
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .continuousUpdate()
                .clearDisplayOnFinish()
                .build());
    }

    static String line(String what, Duration since) {
        long turn = since.toMillis() / UPDATE_MILLIS % TURNING.length();
        return TURNING.charAt((int) turn) + " " + what + ", " + since.toSeconds() + " s";
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
