package io.github.sfcrime.schemas;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic of this system and how it is created.
 *
 * @param name its name in Kafka
 * @param compacted whether only the last record of each key has to be kept
 * @param headroom bytes that its records may be larger than the broker lets records be by default
 */
public record Topic(String name, boolean compacted, int headroom) {

    /** What a broker takes by default: a MiB and the overhead of a batch. */
    private static final int BROKER_DEFAULT = 1_048_588;

    /** What the headers of a late record or a dead letter take at most, in bytes. */
    private static final int HEADERS = 1 << 16;

    /** Calls for service, by {@code crime_id} as text. */
    public static final Topic CRIME_DATA = new Topic("crime_data", false);

    /** Calls that came after every window they belong to had closed, as they were read. */
    public static final Topic CRIME_DATA_LATE = new Topic("crime_data_late", false, HEADERS);

    /** Records that could not be read, as they were found, with their origin and the reason in headers. */
    public static final Topic CRIME_DATA_DEAD_LETTER = new Topic("crime_data_dead_letter", false, HEADERS);

    /** {@link CallCount} by {@link CallCountKey}. */
    public static final Topic CRIME_COUNTS = new Topic("crime_counts", false);

    /** {@link TypeCount} by {@link TypeCountKey}. */
    public static final Topic CRIME_COUNTS_BY_TYPE = new Topic("crime_counts_by_type", false);

    /** {@link TopType} by {@link TopTypeKey}. */
    public static final Topic CRIME_TOP_TYPES = new Topic("crime_top_types", false);

    /** {@link DispositionCount} by {@link DispositionCountKey}. */
    public static final Topic CRIME_COUNTS_BY_DISPOSITION = new Topic("crime_counts_by_disposition", false);

    /** {@link PlaceCount} by {@link PlaceCountKey}. */
    public static final Topic CRIME_COUNTS_BY_PLACE = new Topic("crime_counts_by_place", false);

    /** {@link DistrictCount} by {@link DistrictCountKey}. */
    public static final Topic CRIME_COUNTS_BY_DISTRICT = new Topic("crime_counts_by_district", false);

    /** {@link ResponseTime} by {@link ResponseTimeKey}. */
    public static final Topic CRIME_RESPONSE_TIMES = new Topic("crime_response_times", false);

    /** {@link CrimeAlert} by {@link CrimeAlertKey}. */
    public static final Topic CRIME_ALERTS = new Topic("crime_alerts", false);

    /** {@link OpenCalls} by {@link OpenCallsKey}. */
    public static final Topic CRIME_OPEN_CALLS = new Topic("crime_open_calls", true);

    /** {@link CallTotal} by {@link CallTotalKey}. */
    public static final Topic CRIME_TOTALS = new Topic("crime_totals", true);

    /** All of them, the calls first. */
    public static final List<Topic> ALL = List.of(
            CRIME_DATA,
            CRIME_DATA_LATE,
            CRIME_DATA_DEAD_LETTER,
            CRIME_COUNTS,
            CRIME_COUNTS_BY_TYPE,
            CRIME_TOP_TYPES,
            CRIME_COUNTS_BY_DISPOSITION,
            CRIME_COUNTS_BY_PLACE,
            CRIME_COUNTS_BY_DISTRICT,
            CRIME_RESPONSE_TIMES,
            CRIME_ALERTS,
            CRIME_OPEN_CALLS,
            CRIME_TOTALS);

    /** A topic of records of ordinary size. */
    public Topic(String name, boolean compacted) {
        this(name, compacted, 0);
    }

    /** The largest record that it takes, in bytes. */
    public int largestRecord() {
        return BROKER_DEFAULT + headroom;
    }

    /** This topic under another name. */
    public Topic named(String otherName) {
        return new Topic(otherName, compacted, headroom);
    }

    /**
     * How to create it. Record timestamps are the broker's append time, because calls of past years as record
     * timestamps would make the broker delete them under its default retention of seven days.
     */
    NewTopic specification(int partitions) {
        Map<String, String> config = new HashMap<>();
        config.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        if (compacted) {
            config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        }
        if (headroom > 0) {
            config.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(largestRecord()));
        }
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(config);
    }
}
