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

/** A question that the job answers, and what its answers look like. */
@SuppressWarnings("ImmutableEnumChecker") // Schemas of generated classes are not changed by anyone.
public enum Query {
    /** Calls per window, type and disposition. */
    COUNTS("counts", Topic.CRIME_COUNTS, CallCount.SCHEMA$, CallCountKey.SCHEMA$),
    /** Calls per window and type. */
    TYPES("types", Topic.CRIME_COUNTS_BY_TYPE, TypeCount.SCHEMA$, TypeCountKey.SCHEMA$),
    /** The most frequent types of each window. */
    TOP_TYPES("top-types", Topic.CRIME_TOP_TYPES, TopType.SCHEMA$, TopTypeKey.SCHEMA$),
    /** Calls per window and meaning of the disposition. */
    DISPOSITIONS(
            "dispositions", Topic.CRIME_COUNTS_BY_DISPOSITION, DispositionCount.SCHEMA$, DispositionCountKey.SCHEMA$),
    /** Calls per window and place. */
    PLACES("places", Topic.CRIME_COUNTS_BY_PLACE, PlaceCount.SCHEMA$, PlaceCountKey.SCHEMA$),
    /** Calls per type and disposition since the beginning, without windows. */
    TOTALS("totals", Topic.CRIME_TOTALS, CallTotal.SCHEMA$, CallTotalKey.SCHEMA$);

    private final String title;
    private final Topic topic;
    private final Schema rowSchema;
    private final Schema keySchema;

    Query(String title, Topic topic, Schema rowSchema, Schema keySchema) {
        this.title = title;
        this.topic = topic;
        this.rowSchema = rowSchema;
        this.keySchema = keySchema;
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
        return rowSchema;
    }

    /** The fields that tell a row from the others: a later row with the same ones replaces an earlier one. */
    public Schema keySchema() {
        return keySchema;
    }

    /** Whether it is about windows; {@link #TOTALS} is about all calls so far. */
    public boolean isWindowed() {
        return this != TOTALS;
    }
}
