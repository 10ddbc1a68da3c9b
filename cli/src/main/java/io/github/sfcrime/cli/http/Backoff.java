package io.github.sfcrime.cli.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/** How long to wait before asking again, and when to give up. */
public final class Backoff {

    private static final int MOST_TRIES = 8;
    private static final int DOUBLINGS = 6;
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration LONGEST_ASKED_FOR = Duration.ofMinutes(15);
    private static final Duration LONGEST_WAITED = Duration.ofDays(1);

    private final DoubleSupplier jitter;
    private final Sleep sleep;
    private final boolean patient;

    /** One that sleeps as the thread does. */
    public static Backoff ofThreads() {
        return new Backoff(() -> ThreadLocalRandom.current().nextDouble(), time -> Thread.sleep(time.toMillis()));
    }

    /** @param jitter numbers from 0 to 1, so that many clients do not come back at one moment */
    public Backoff(DoubleSupplier jitter, Sleep sleep) {
        this(jitter, sleep, false);
    }

    private Backoff(DoubleSupplier jitter, Sleep sleep, boolean patient) {
        this.jitter = jitter;
        this.sleep = sleep;
        this.patient = patient;
    }

    /** The same for what is to live for months: it never gives up. */
    public Backoff patient() {
        return new Backoff(jitter, sleep, true);
    }

    /** Whether it never gives up. */
    public boolean isPatient() {
        return patient;
    }

    /** Waits. */
    @FunctionalInterface
    public interface Sleep {

        void sleep(Duration time) throws InterruptedException;
    }

    /**
     * The wait after a try that failed.
     *
     * @param tries how many there were
     * @param retryAfter what the answer asks for: seconds or a date
     * @throws IOException if that was the last try
     */
    public Duration after(int tries, Optional<String> retryAfter, String reason) throws IOException {
        if (tries >= MOST_TRIES && !patient) {
            throw new IOException(reason + " (" + tries + " times)");
        }
        Duration asked = retryAfter.map(Backoff::read).orElse(Duration.ZERO);
        if (asked.compareTo(LONGEST_ASKED_FOR) > 0) {
            if (patient) {
                return asked.compareTo(LONGEST_WAITED) > 0 ? LONGEST_WAITED : asked;
            }
            throw new IOException(reason + ", and it asks to wait for " + asked.toSeconds() + " s");
        }
        Duration ours = grown(tries);
        return asked.compareTo(ours) > 0 ? asked : ours;
    }

    /** Waits that long. */
    public void sleep(Duration time) throws InterruptedIOException {
        try {
            sleep.sleep(time);
        } catch (InterruptedException e) {
            throw new InterruptedIOException("interrupted");
        }
    }

    private Duration grown(int tries) {
        Duration full = FIRST.multipliedBy(1L << Math.min(tries - 1, DOUBLINGS));
        Duration most = full.compareTo(LONGEST) > 0 ? LONGEST : full;
        return Duration.ofMillis(Math.round(most.toMillis() * (0.5 + jitter.getAsDouble() / 2)));
    }

    private static Duration read(String retryAfter) {
        try {
            return Duration.ofSeconds(Long.parseLong(retryAfter.strip()));
        } catch (NumberFormatException notSeconds) {
            try {
                return Duration.between(
                        Instant.now(),
                        ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant());
            } catch (DateTimeException notADate) {
                return Duration.ZERO;
            }
        }
    }
}
