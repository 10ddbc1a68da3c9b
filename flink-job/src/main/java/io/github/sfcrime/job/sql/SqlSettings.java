package io.github.sfcrime.job.sql;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the SQL needs to know of the job's settings.
 *
 * @param bootstrapServers where Kafka is
 * @param topic the topic of calls
 * @param groupId the consumer group that offsets are committed under
 * @param queries which questions are asked
 * @param window the windows that calls are counted in
 * @param watermarkBound how far behind the latest call another may be and still be counted for certain
 * @param idleness after how much silence a partition no longer holds the watermark back; bounded runs have none
 * @param start where reading starts: earliest, latest, group or an instant
 * @param bounded whether the job ends at the offsets that the topic ends at when it starts
 * @param innerJoin whether rows whose disposition is not among the radio codes are none
 * @param top how many types of a window are the most frequent ones
 * @param kafkaConfig Kafka client properties, passed through as they are
 */
record SqlSettings(
        String bootstrapServers,
        String topic,
        String groupId,
        List<SqlQuery> queries,
        SqlWindow window,
        Duration watermarkBound,
        Duration idleness,
        String start,
        boolean bounded,
        boolean innerJoin,
        int top,
        Map<String, String> kafkaConfig) {

    SqlSettings {
        require(!queries.isEmpty(), "query must name at least one", queries);
        require(!watermarkBound.isNegative(), "watermark-bound must not be negative", watermarkBound);
        require(!idleness.isNegative() && !idleness.isZero(), "idleness must be positive", idleness);
        require(top > 0, "top must be positive", top);
        queries = List.copyOf(queries);
        kafkaConfig = Map.copyOf(kafkaConfig);
    }

    private static void require(boolean holds, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ": " + value);
        }
    }
}
