package io.github.sfcrime.job.query;

import io.github.sfcrime.schemas.CallCount;
import io.github.sfcrime.schemas.CallCountKey;
import io.github.sfcrime.schemas.CallTotal;
import io.github.sfcrime.schemas.CallTotalKey;
import io.github.sfcrime.schemas.DispositionCount;
import io.github.sfcrime.schemas.DispositionCountKey;
import io.github.sfcrime.schemas.PlaceCount;
import io.github.sfcrime.schemas.PlaceCountKey;
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
 * A question that the job answers, and what its answers look like. The JobManager has queries too, and Avro leaves the
 * job's classes behind in whichever of its threads a schema comes into being: it comes when it is asked for.
 */
@SuppressWarnings("ImmutableEnumChecker") // A topic is a record of text and numbers.
public enum Query {
    /** Calls per window, type and disposition. */
    COUNTS(
            "counts",
            Topic.CRIME_COUNTS,
            CallCount.class,
            CallCountKey.class,
            Column.ORIGINAL_CRIME_TYPE_NAME,
            Column.DISPOSITION),
    /** Calls per window and type. */
    TYPES(
            "types",
            Topic.CRIME_COUNTS_BY_TYPE,
            TypeCount.class,
            TypeCountKey.class,
            Column.ORIGINAL_CRIME_TYPE_NAME,
            Column.NONE),
    /** The most frequent types of each window. */
    TOP_TYPES(
            "top-types",
            Topic.CRIME_TOP_TYPES,
            TopType.class,
            TopTypeKey.class,
            Column.ORIGINAL_CRIME_TYPE_NAME,
            Column.NONE),
    /** Calls per window and meaning of the disposition. */
    DISPOSITIONS(
            "dispositions",
            Topic.CRIME_COUNTS_BY_DISPOSITION,
            DispositionCount.class,
            DispositionCountKey.class,
            Column.NONE,
            Column.DESCRIPTION),
    /** Calls per window and place. */
    PLACES(
            "places",
            Topic.CRIME_COUNTS_BY_PLACE,
            PlaceCount.class,
            PlaceCountKey.class,
            Column.PLACE_KIND,
            Column.PLACE),
    /** Calls per type and disposition since the beginning, without windows. */
    TOTALS(
            "totals",
            Topic.CRIME_TOTALS,
            CallTotal.class,
            CallTotalKey.class,
            Column.ORIGINAL_CRIME_TYPE_NAME,
            Column.DISPOSITION);

    private final String title;
    private final Topic topic;
    private final Class<? extends SpecificRecord> row;
    private final Class<? extends SpecificRecord> key;
    private final Column first;
    private final Column second;

    Query(
            String title,
            Topic topic,
            Class<? extends SpecificRecord> row,
            Class<? extends SpecificRecord> key,
            Column first,
            Column second) {
        this.title = title;
        this.topic = topic;
        this.row = row;
        this.key = key;
        this.first = first;
        this.second = second;
    }

    /** The query that a user calls {@code title}, if there is one. */
    public static Optional<Query> titled(String title) {
        return Arrays.stream(values())
                .filter(query -> query.title.equals(title))
                .findFirst();
    }

    /** What a user calls it; also what its operators are known by in savepoints. */
    public String title() {
        return title;
    }

    /** Where its rows go in Kafka. */
    public Topic topic() {
        return topic;
    }

    /** The fields of a row, in order. */
    public Schema rowSchema() {
        return SpecificData.get().getSchema(row);
    }

    /** The fields that tell a row from the others: a later row with the same ones replaces an earlier one. */
    public Schema keySchema() {
        return SpecificData.get().getSchema(key);
    }

    /** The column of the first text of what it counts by. */
    public Column first() {
        return first;
    }

    /** The column of the second text of what it counts by. */
    public Column second() {
        return second;
    }

    /** Whether the rows say what dispositions mean, which the radio codes may not know. */
    public boolean hasDescription() {
        return second == Column.DISPOSITION || second == Column.DESCRIPTION;
    }

    /** Whether it is about windows; {@link #TOTALS} is about all calls so far. */
    public boolean isWindowed() {
        return this != TOTALS;
    }
}
