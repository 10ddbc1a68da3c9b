package io.github.sfcrime.loader;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** A progress bar, if there is a terminal. */
final class Progress implements AutoCloseable {

    private final boolean shown;
    private @Nullable ProgressBar bar;

    Progress(boolean shown) {
        this.shown = shown;
    }

    /**
     * Begins a step, ending the one before.
     *
     * @param unit what is counted
     * @param unitSize how many make one unit
     * @param most how many there will be, -1 if that is not known
     */
    void begin(String step, String unit, long unitSize, long most) {
        close();
        if (shown) {
            bar = new ProgressBarBuilder()
                    .setTaskName(step)
                    .setUnit(unit, unitSize)
                    .setInitialMax(most)
                    .showSpeed()
                    .build();
        }
    }

    void at(long done) {
        if (bar != null) {
            bar.stepTo(done);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
