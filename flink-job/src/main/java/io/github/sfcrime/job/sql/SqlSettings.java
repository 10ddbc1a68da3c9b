package io.github.sfcrime.job.sql;

import io.github.sfcrime.job.kafka.settings.KafkaSettings;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.results.Join;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the SQL entry.
 *
 * @param kafka the topic of calls and the delivery of results
 * @param watermarkBound how far behind the latest call another call may be and never be late
 * @param idleness the time without calls after which a partition no longer holds the watermark back; not in bounded
 * runs
 * @param queries the queries to answer
 * @param window the windows
 * @param top the number of types in top-types
 * @param goals the goals of response times, by priority
 * @param emitInterval the shortest time between updates of a total, or of the open calls of a group
 * @param updates how long after it came in a call can be open; null where open calls are not asked about
 * @param join the join of counts with the radio codes
 * @param radioCodes the file of radio codes; null for the built-in ones
 */
record SqlSettings(
        KafkaSettings kafka,
        Duration watermarkBound,
        Duration idleness,
        Set<Query> queries,
        SqlWindow window,
        int top,
        Map<String, Duration> goals,
        Duration emitInterval,
        @Nullable Duration updates,
        Join join,
        @Nullable String radioCodes) {

    SqlSettings {
        require(!watermarkBound.isNegative(), "watermark-bound must not be negative", watermarkBound);
        require(!idleness.isNegative() && !idleness.isZero(), "idleness must be positive", idleness);
        require(top > 0, "top must be positive", top);
        require(!emitInterval.isNegative(), "emit-interval must not be negative", emitInterval);
        require(
                QuestionScripts.ANSWERED.containsAll(queries),
                "the SQL does not answer what is unusual, which is a matter of history: ask the job's other entry",
                "query");
        require(
                updates != null || !queries.contains(Query.OPEN_CALLS),
                "open-calls needs updates, which says how long a call can be open, as in --updates 3d",
                "no updates");
        require(
                updates == null || queries.equals(Set.of(Query.OPEN_CALLS)),
                "the SQL follows updates of calls for open-calls alone: ask that in a job of its own",
                updates);
        require(updates == null || updates.toMillis() > 0, "updates must be positive", updates);
        require(kafka.schemaRegistry() == null, "the SQL reads and writes no registry's framing", "schema-registry");
    }

    private static void require(boolean holds, String rule, @Nullable Object value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ": " + value);
        }
    }
}
