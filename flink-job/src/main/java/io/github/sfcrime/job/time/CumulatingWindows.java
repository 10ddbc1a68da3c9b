package io.github.sfcrime.job.time;

import io.github.sfcrime.job.guard.StateSettings;
import java.time.Duration;

/** Windows that share their start and grow by a slice at a time. */
record CumulatingWindows(Grid slices, long maximum) implements WindowShape {

    @Override
    public long firstWindowEnd(long sliceEnd) {
        return sliceEnd;
    }

    @Override
    public long lastWindowEnd(long sliceEnd) {
        return windowStart(sliceEnd) + maximum;
    }

    @Override
    public long sliceEndOfThoseAfter(long time, long sliceEnd) {
        return windowEndAfter(sliceEnd, time);
    }

    @Override
    public long windowStart(long windowEnd) {
        return slices.every(maximum).floor(windowEnd - 1);
    }

    @Override
    public long longest() {
        return maximum;
    }

    @Override
    public long step() {
        return slices.length();
    }

    @Override
    public boolean recursWeekly() {
        return Grid.WEEK % maximum == 0;
    }

    @Override
    public StateSettings settings() {
        return StateSettings.none()
                .with("--window", Duration.ofMillis(maximum))
                .without("--slide")
                .with("--cumulate", Duration.ofMillis(step()));
    }
}
