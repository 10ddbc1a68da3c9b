package io.github.sfcrime.console.board;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.sfcrime.console.progress.ProgressReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page has to know to be up to date.
 *
 * @param version what to ask for the changes after
 * @param job how the job does, null if that is not known
 * @param dashboard where Flink's dashboard is, null while nothing answers there
 * @param kept the starts of all windows that are to be shown, oldest first
 * @param windows those that have changed
 */
record Changes(
        @JsonIgnore long version,
        SourceState source,
        @Nullable ProgressReport job,
        @Nullable String dashboard,
        List<String> kept,
        List<CountedWindow.Shown> windows) {}
