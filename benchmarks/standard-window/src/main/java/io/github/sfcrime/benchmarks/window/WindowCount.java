package io.github.sfcrime.benchmarks.window;

import org.jspecify.annotations.Nullable;

/** A result row. */
public class WindowCount {

    public long windowStart;
    public long windowEnd;
    public String type = "";

    /** The empty string where the calls have none. */
    public String disposition = "";

    public @Nullable String description;
    public long count;
}
