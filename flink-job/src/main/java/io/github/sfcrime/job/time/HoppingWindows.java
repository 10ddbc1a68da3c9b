package io.github.sfcrime.job.time;

import io.github.sfcrime.job.guard.StateSettings;
import java.time.Duration;

/** Windows of one length that start at {@code starts}: tumbling where those are the length apart. */
record HoppingWindows(Grid slices, Grid starts, long size) implements WindowShape {

    @Override
    public long firstWindowEnd(long sliceEnd) {
        return starts.after(sliceEnd - 1 - size) + size;
    }

    @Override
    public long lastWindowEnd(long sliceEnd) {
        return starts.floor(sliceEnd - slices.length()) + size;
    }

    @Override
    public long windowStart(long windowEnd) {
        return windowEnd - size;
    }

    @Override
    public long longest() {
        return size;
    }

    @Override
    public long step() {
        return starts.length();
    }

    @Override
    public boolean recursWeekly() {
        return Grid.WEEK % step() == 0 && size <= Grid.WEEK;
    }

    @Override
    public StateSettings settings() {
        return StateSettings.none()
                .with("--window", Duration.ofMillis(size))
                .with("--slide", size == step() ? null : Duration.ofMillis(step()))
                .without("--cumulate");
    }
}
