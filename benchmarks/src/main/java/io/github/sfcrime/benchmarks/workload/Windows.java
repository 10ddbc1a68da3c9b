package io.github.sfcrime.benchmarks.workload;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * The windows that calls are counted in, told by their ends, which no two of them share.
 *
 * @param length how long they are, cumulating ones at last
 * @param step how far the ends of two that follow each other are apart
 * @param cumulating whether they begin together and grow by the step, or else slide by it
 */
public record Windows(Duration length, Duration step, boolean cumulating) {

    private static final long WEEK = Duration.ofDays(7).toSeconds();
    private static final long FIRST_MONDAY = Duration.ofDays(4).toSeconds();

    /** Tumbling windows of an hour, which all contenders count. */
    public static final Windows HOURS = new Windows(Duration.ofHours(1), Duration.ofHours(1), false);

    /**
     * Windows as {@code PT1H}, which tumble, {@code P7D/PT10M}, which slide, or {@code P1D+PT10M}, which cumulate.
     *
     * @throws IllegalArgumentException where it is none of these
     */
    public static Windows named(String name) {
        String[] parts = name.split("[/+]", 2);
        Duration length = duration(parts[0]);
        Duration step = parts.length == 1 ? length : duration(parts[1]);
        if (step.toSeconds() <= 0 || length.toSeconds() % step.toSeconds() != 0) {
            throw new IllegalArgumentException("a window must be so many steps long: " + name);
        }
        return new Windows(length, step, name.contains("+"));
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("windows are written as PT1H, P7D/PT10M or P1D+PT10M", e);
        }
    }

    /** The job's settings of them. */
    public List<String> arguments() {
        if (step.equals(length)) {
            return List.of("--window", length.toString());
        }
        return List.of("--window", length.toString(), cumulating ? "--cumulate" : "--slide", step.toString());
    }

    /** The end of the step that a time is in; times are in seconds. */
    long stepEnd(long time) {
        return floor(time, step) + step.toSeconds();
    }

    /** The start of the window of that end. */
    public long start(long end) {
        return cumulating ? floor(end - 1, length) : end - length.toSeconds();
    }

    /** The latest multiple of that unit; whole weeks begin on Monday, as the first one after the epoch did. */
    private long floor(long time, Duration unit) {
        long monday = length.toSeconds() % WEEK == 0 ? FIRST_MONDAY : 0;
        return Math.floorDiv(time - monday, unit.toSeconds()) * unit.toSeconds() + monday;
    }

    /** The end of the last window that a step belongs to, told by the step's own end. */
    long lastEnd(long stepEnd) {
        return cumulating ? start(stepEnd) + length.toSeconds() : stepEnd + length.toSeconds() - step.toSeconds();
    }
}
