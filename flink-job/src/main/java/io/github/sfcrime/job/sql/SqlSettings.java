package io.github.sfcrime.job.sql;

import io.github.sfcrime.job.kafka.KafkaSettings;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.results.Join;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the SQL needs to know of the job's settings.
 *
 * @param kafka where calls come from and how results are delivered
 * @param watermarkBound how far behind the latest call another may be and still be counted for certain
 * @param idleness after how much silence a partition no longer holds the watermark back; bounded runs have none
 * @param queries which questions are asked
 * @param window the windows that calls are counted in
 * @param top how many types of a window are the most frequent ones
 * @param emitInterval how long changes of totals are collected before they go out
 * @param join what becomes of counts whose disposition is not among the radio codes
 * @param radioCodes the file of radio codes; null for the built-in ones
 */
record SqlSettings(
        KafkaSettings kafka,
        Duration watermarkBound,
        Duration idleness,
        Set<Query> queries,
        SqlWindow window,
        int top,
        Duration emitInterval,
        Join join,
        @Nullable String radioCodes) {

    SqlSettings {
        require(!watermarkBound.isNegative(), "watermark-bound must not be negative", watermarkBound);
        require(!idleness.isNegative() && !idleness.isZero(), "idleness must be positive", idleness);
        require(top > 0, "top must be positive", top);
        require(!emitInterval.isNegative(), "emit-interval must not be negative", emitInterval);
        require(kafka.schemaRegistry() == null, "the SQL reads and writes no registry's framing", "schema-registry");
    }

    private static void require(boolean holds, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ": " + value);
        }
    }
}
