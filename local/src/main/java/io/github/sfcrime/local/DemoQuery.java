package io.github.sfcrime.local;

import io.github.sfcrime.schemas.Topic;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A question of the job that the demo can show the answers to. */
enum DemoQuery {
    COUNTS("counts", Topic.CRIME_COUNTS),
    TYPES("types", Topic.CRIME_COUNTS_BY_TYPE),
    TOP_TYPES("top-types", Topic.CRIME_TOP_TYPES),
    DISPOSITIONS("dispositions", Topic.CRIME_COUNTS_BY_DISPOSITION),
    PLACES("places", Topic.CRIME_COUNTS_BY_PLACE),
    TOTALS("totals", Topic.CRIME_TOTALS);

    private final String title;
    private final String topic;

    DemoQuery(String title, Topic topic) {
        this.title = title;
        this.topic = topic.name();
    }

    /**
     * The query of that title.
     *
     * @throws IllegalArgumentException if there is none
     */
    static DemoQuery titled(String title) {
        return Arrays.stream(values())
                .filter(query -> query.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--query must be one of "
                        + Arrays.stream(values()).map(DemoQuery::title).collect(Collectors.joining(", ")) + ": "
                        + title));
    }

    /** What the job and its users call it. */
    String title() {
        return title;
    }

    /** Where its rows are. */
    String topic() {
        return topic;
    }

    /** Whether every call is in the count of one row, so that counts sum to calls. */
    boolean hasEachCallOnce() {
        return switch (this) {
            case COUNTS, TYPES, DISPOSITIONS -> true;
            case TOP_TYPES, PLACES, TOTALS -> false;
        };
    }
}
