package io.github.sfcrime.job.partials;

import io.github.sfcrime.job.guard.StateSettings;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.time.TimeSource;
import io.github.sfcrime.job.time.WindowShape;
import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What calls are counted for.
 *
 * @param queries the questions that the job answers
 * @param shape the windows of those that are about windows
 * @param allowedLateness how long a window that has been emitted still takes calls, each of which updates its rows
 * @param time which time the windows go by
 * @param descriptions what dispositions mean, by radio code
 * @param top how many types of each window {@link Query#TOP_TYPES} names
 * @param goals how long the calls of a priority may take to the first unit on scene, for {@link Query#RESPONSE_TIMES}
 * @param emitInterval how often a row of a query without windows is written at most; zero for every change
 * @param updates how long a call is remembered whose later records are updates of it; null where each record is a call
 */
public record Counting(
        Set<Query> queries,
        WindowShape shape,
        Duration allowedLateness,
        TimeSource time,
        Map<String, String> descriptions,
        int top,
        Map<String, Duration> goals,
        Duration emitInterval,
        @Nullable Duration updates)
        implements Serializable {

    /** Whether any of the questions is about windows. */
    public boolean hasWindows() {
        return queries.stream().anyMatch(Query::isWindowed);
    }

    /**
     * What the state of a query's windows means. More lateness than it was kept under would emit what is left of a window whose slices
     * are gone in part.
     */
    public StateSettings windowSettings(Query query) {
        StateSettings settings =
                shape.settings().with("--allowed-lateness", allowedLateness).with("--time", time);
        return query == Query.RESPONSE_TIMES ? settings.with("--goal", goals) : settings;
    }

    public boolean asks(Query query) {
        return queries.contains(query);
    }

    /** Whether any of the questions is not about windows. */
    public boolean hasTotals() {
        return queries.stream().anyMatch(query -> !query.isWindowed());
    }

    /** Whether a change of a row without a window must not wait for others. */
    public boolean emitsEveryChange() {
        return hasTotals() && emitInterval.isZero();
    }
}
