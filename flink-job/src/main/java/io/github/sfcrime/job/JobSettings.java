package io.github.sfcrime.job;

import io.github.sfcrime.job.calls.NeededFields;
import io.github.sfcrime.job.files.FileContent;
import io.github.sfcrime.job.files.FileSettings;
import io.github.sfcrime.job.files.FilesSink;
import io.github.sfcrime.job.kafka.settings.KafkaSettings;
import io.github.sfcrime.job.kafka.source.CallReading;
import io.github.sfcrime.job.partials.Admission;
import io.github.sfcrime.job.partials.Counting;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.results.Join;
import io.github.sfcrime.job.time.EventTime;
import io.github.sfcrime.schemas.Topic;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The job's own settings; Flink's are in Flink's configuration.
 *
 * @param kafka the topic of calls and the delivery of results
 * @param time the time and watermarks of windows
 * @param admission the filter of calls, and the action for bad records
 * @param futureBound how far ahead of its record's append time a call may be dated; null for no limit
 * @param deduplicate the event time within which a crime id is counted once; null to count every record
 * @param counting queries and windows
 * @param join the join of counts with the radio codes
 * @param sinks the names of the sinks
 * @param postgres the settings of the PostgreSQL sink
 * @param files the folder of the sink of files, and what there are files of
 */
record JobSettings(
        KafkaSettings kafka,
        EventTime time,
        Admission admission,
        @Nullable Duration futureBound,
        @Nullable Duration deduplicate,
        Counting counting,
        Join join,
        List<String> sinks,
        Properties postgres,
        FileSettings files) {

    private static final Duration LONGEST_LATENESS = Duration.ofDays(366);

    JobSettings {
        require(
                !writtenTopics().contains(kafka.topic()),
                "topic must not be one that the job writes to",
                kafka.topic());
        require(
                !counting.allowedLateness().isNegative(),
                "allowed-lateness must not be negative",
                counting.allowedLateness());
        require(
                counting.allowedLateness().compareTo(LONGEST_LATENESS) <= 0,
                "allowed-lateness must be a year at most",
                counting.allowedLateness());
        require(counting.top() > 0, "top must be positive", counting.top());
        require(!counting.emitInterval().isNegative(), "emit-interval must not be negative", counting.emitInterval());
        require(futureBound == null || !futureBound.isNegative(), "future-bound must not be negative", futureBound);
        require(deduplicate == null || deduplicate.toMillis() > 0, "deduplicate must be positive", deduplicate);
        Duration open = Duration.ofMillis(counting.shape().longest()).plus(counting.allowedLateness());
        require(
                deduplicate == null || deduplicate.compareTo(open) >= 0,
                "deduplicate must be at least as long as a window takes calls, " + open,
                deduplicate);
        Duration updates = counting.updates();
        require(updates == null || updates.toMillis() > 0, "updates must be positive", updates);
        require(
                updates == null || !counting.hasWindows() || updates.compareTo(open) >= 0,
                "updates must be at least as long as a window takes calls, " + open,
                updates);
        require(
                updates == null || deduplicate == null,
                "deduplicate and updates exclude each other: a later record of a call is a duplicate or an update",
                deduplicate);
        require(
                updates == null
                        || counting.allowedLateness().isZero()
                        || !sinks.contains(FilesSink.TITLE)
                        || !files.have(FileContent.ROWS),
                "sink files takes no rows that updates make smaller after they were written: leave out allowed-lateness",
                counting.allowedLateness());
        require(
                sinks.contains(FilesSink.TITLE) || !files.have(FileContent.CALLS),
                "files-of calls is about the sink files, which must be among the sinks",
                sinks);
        require(
                files.have(FileContent.ROWS) || !sinks.equals(List.of(FilesSink.TITLE)),
                "files-of must have rows where files is the only sink, or they would be nowhere",
                files.content());
        require(
                updates != null || !counting.asks(Query.OPEN_CALLS),
                "open-calls needs updates, which says how long a call is remembered, as in --updates 3d",
                "no updates");
        require(
                !counting.asks(Query.UNUSUAL) || counting.shape().recursWeekly(),
                "for unusual, windows must be the same each week and a week long at most, as those of 1h, 1d and 7d are",
                Duration.ofMillis(counting.shape().longest()));
        require(
                counting.emitInterval().isZero() || counting.emitInterval().toMillis() > 0,
                "emit-interval must be zero or at least a millisecond",
                counting.emitInterval());
    }

    private static List<String> writtenTopics() {
        return Stream.concat(
                        Stream.of(Topic.CRIME_DATA_LATE, Topic.CRIME_DATA_DEAD_LETTER),
                        Arrays.stream(Query.values()).map(Query::topic))
                .map(Topic::name)
                .toList();
    }

    /** Whether the sink of that name takes rows. */
    boolean writesRowsTo(String sink) {
        return sinks.contains(sink) && (!sink.equals(FilesSink.TITLE) || files.have(FileContent.ROWS));
    }

    /** The fields of calls that must be decoded. */
    CallReading reading() {
        return new CallReading(
                counting.updates() == null
                        ? new NeededFields(
                                deduplicate != null || files.have(FileContent.CALLS),
                                counting.asks(Query.PLACES),
                                Stream.of(Query.DISTRICTS, Query.RESPONSE_TIMES, Query.UNUSUAL)
                                        .anyMatch(counting::asks))
                        // An update may change what another query asks after a restart.
                        : NeededFields.ALL,
                futureBound);
    }

    static void require(boolean holds, String rule, @Nullable Object value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ": " + value);
        }
    }
}
