package io.github.sfcrime.console.board;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.sfcrime.console.progress.ProgressReport;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The changes that bring a page up to date.
 *
 * @param version of the board with these changes
 * @param job the job's last report, null if there is none
 * @param dashboard URL of Flink's dashboard, null while Flink does not answer
 * @param kept the starts of all windows to show, oldest first
 * @param windows those that have changed
 * @param results how far the results beside the counts are read, by name
 * @param open the calls that are open now, null where no row says so
 */
record Changes(
        @JsonIgnore long version,
        SourceState source,
        @Nullable ProgressReport job,
        @Nullable String dashboard,
        List<String> kept,
        List<CountedWindow.Shown> windows,
        Map<String, ResultRows.State> results,
        @Nullable OpenCallsNow open) {}
