package io.github.sfcrime.job.query;

import io.github.sfcrime.schemas.CallCount;
import io.github.sfcrime.schemas.CallCountKey;
import io.github.sfcrime.schemas.CallTotal;
import io.github.sfcrime.schemas.CallTotalKey;
import io.github.sfcrime.schemas.CrimeAlert;
import io.github.sfcrime.schemas.CrimeAlertKey;
import io.github.sfcrime.schemas.DispositionCount;
import io.github.sfcrime.schemas.DispositionCountKey;
import io.github.sfcrime.schemas.DistrictCount;
import io.github.sfcrime.schemas.DistrictCountKey;
import io.github.sfcrime.schemas.OpenCalls;
import io.github.sfcrime.schemas.OpenCallsKey;
import io.github.sfcrime.schemas.PlaceCount;
import io.github.sfcrime.schemas.PlaceCountKey;
import io.github.sfcrime.schemas.ResponseTime;
import io.github.sfcrime.schemas.ResponseTimeKey;
import io.github.sfcrime.schemas.TopType;
import io.github.sfcrime.schemas.TopTypeKey;
import io.github.sfcrime.schemas.Topic;
import io.github.sfcrime.schemas.TypeCount;
import io.github.sfcrime.schemas.TypeCountKey;
import java.util.Arrays;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * A query of the job, with the topic and schemas of its rows. Schemas are created on demand: this enum is used in the
 * JobManager too, and Avro leaves the job's classes behind in each thread that creates a schema.
 */
@SuppressWarnings("ImmutableEnumChecker") // A topic is a record of text and numbers.
public enum Query {
    /** Calls per window, type and disposition. */
    COUNTS(
            "counts",
            Topic.CRIME_COUNTS,
            CallCount.class,
            CallCountKey.class,
            GroupColumn.ORIGINAL_CRIME_TYPE_NAME,
            GroupColumn.DISPOSITION),
    /** Calls per window and type. */
    TYPES(
            "types",
            Topic.CRIME_COUNTS_BY_TYPE,
            TypeCount.class,
            TypeCountKey.class,
            GroupColumn.ORIGINAL_CRIME_TYPE_NAME,
            GroupColumn.NONE),
    /** The most frequent types of each window. */
    TOP_TYPES(
            "top-types",
            Topic.CRIME_TOP_TYPES,
            TopType.class,
            TopTypeKey.class,
            GroupColumn.ORIGINAL_CRIME_TYPE_NAME,
            GroupColumn.NONE),
    /** Calls per window and description of the disposition. */
    DISPOSITIONS(
            "dispositions",
            Topic.CRIME_COUNTS_BY_DISPOSITION,
            DispositionCount.class,
            DispositionCountKey.class,
            GroupColumn.NONE,
            GroupColumn.DESCRIPTION),
    /** Calls per window and place. */
    PLACES(
            "places",
            Topic.CRIME_COUNTS_BY_PLACE,
            PlaceCount.class,
            PlaceCountKey.class,
            GroupColumn.PLACE_KIND,
            GroupColumn.PLACE),
    /** Calls per window, type and police district. */
    DISTRICTS(
            "districts",
            Topic.CRIME_COUNTS_BY_DISTRICT,
            DistrictCount.class,
            DistrictCountKey.class,
            GroupColumn.ORIGINAL_CRIME_TYPE_NAME,
            GroupColumn.DISTRICT),
    /** How long calls take to each of their stages, per window, priority and police district. */
    RESPONSE_TIMES(
            "response-times",
            Topic.CRIME_RESPONSE_TIMES,
            ResponseTime.class,
            ResponseTimeKey.class,
            GroupColumn.PRIORITY_AND_DISTRICT,
            GroupColumn.LEG),
    /** Episodes with more calls of a type in a police district than at that time of other weeks. */
    UNUSUAL(
            "unusual",
            Topic.CRIME_ALERTS,
            CrimeAlert.class,
            CrimeAlertKey.class,
            GroupColumn.ORIGINAL_CRIME_TYPE_NAME,
            GroupColumn.DISTRICT),
    /** Calls that are open now, per type, priority and police district. */
    OPEN_CALLS(
            "open-calls",
            Topic.CRIME_OPEN_CALLS,
            OpenCalls.class,
            OpenCallsKey.class,
            GroupColumn.ORIGINAL_CRIME_TYPE_NAME,
            GroupColumn.PRIORITY_AND_DISTRICT),
    /** Calls per type and disposition since the beginning, without windows. */
    TOTALS(
            "totals",
            Topic.CRIME_TOTALS,
            CallTotal.class,
            CallTotalKey.class,
            GroupColumn.ORIGINAL_CRIME_TYPE_NAME,
            GroupColumn.DISPOSITION);

    private final String title;
    private final Topic topic;
    private final Class<? extends SpecificRecord> row;
    private final Class<? extends SpecificRecord> key;
    private final GroupColumn first;
    private final GroupColumn second;

    Query(
            String title,
            Topic topic,
            Class<? extends SpecificRecord> row,
            Class<? extends SpecificRecord> key,
            GroupColumn first,
            GroupColumn second) {
        this.title = title;
        this.topic = topic;
        this.row = row;
        this.key = key;
        this.first = first;
        this.second = second;
    }

    /** The query with that name, if there is one. */
    public static Optional<Query> titled(String title) {
        return Arrays.stream(values())
                .filter(query -> query.title.equals(title))
                .findFirst();
    }

    /** Its name in settings, and a part of its operators' uids. */
    public String title() {
        return title;
    }

    /** The Kafka topic of its rows. */
    public Topic topic() {
        return topic;
    }

    /** The fields of a row, in order. */
    public Schema rowSchema() {
        return SpecificData.get().getSchema(row);
    }

    /** The key fields: a later row with the same key replaces an earlier one. */
    public Schema keySchema() {
        return SpecificData.get().getSchema(key);
    }

    /** The column of a group's first text. */
    public GroupColumn first() {
        return first;
    }

    /** The column of a group's second text. */
    public GroupColumn second() {
        return second;
    }

    /** Whether the rows have descriptions of dispositions, which may be missing among the radio codes. */
    public boolean hasDescription() {
        return second == GroupColumn.DISPOSITION || second == GroupColumn.DESCRIPTION;
    }

    /** Whether it counts per window; {@link #TOTALS} counts all calls so far, {@link #OPEN_CALLS} those of now. */
    public boolean isWindowed() {
        return this != TOTALS && this != OPEN_CALLS;
    }
}
