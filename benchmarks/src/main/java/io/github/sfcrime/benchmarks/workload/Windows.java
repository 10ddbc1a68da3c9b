package io.github.sfcrime.benchmarks.workload;

import java.time.Duration;
import java.util.List;

/**
 * The windows that calls are counted in, told by their ends, which no two of them share.
 *
 * @param length how long they are, cumulating ones at last
 * @param step how far the ends of two that follow each other are apart
 * @param cumulating whether they begin together and grow by the step, or else slide by it
 */
public record Windows(Duration length, Duration step, boolean cumulating) {

    /** Tumbling windows of an hour, which all contenders count. */
    public static final Windows HOURS = new Windows(Duration.ofHours(1), Duration.ofHours(1), false);

    /**
     * Windows as {@code PT1H}, which tumble, {@code P7D/PT10M}, which slide, or {@code P1D+PT10M}, which cumulate.
     *
     * @throws IllegalArgumentException where it is none of these
     */
    public static Windows named(String name) {
        String[] parts = name.split("[/+]", 2);
        Duration length = Duration.parse(parts[0]);
        Duration step = parts.length == 1 ? length : Duration.parse(parts[1]);
        if (step.toSeconds() <= 0 || length.toSeconds() % step.toSeconds() != 0) {
            throw new IllegalArgumentException("a window must be so many steps long: " + name);
        }
        return new Windows(length, step, name.contains("+"));
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
        return Math.floorDiv(time, step.toSeconds()) * step.toSeconds() + step.toSeconds();
    }

    /** The start of the window of that end. */
    public long start(long end) {
        return cumulating ? Math.floorDiv(end - 1, length.toSeconds()) * length.toSeconds() : end - length.toSeconds();
    }

    /** The end of the last window that a step belongs to, told by the step's own end. */
    long lastEnd(long stepEnd) {
        return cumulating ? start(stepEnd) + length.toSeconds() : stepEnd + length.toSeconds() - step.toSeconds();
    }
}
