package io.github.sfcrime.local.demo;

import io.github.sfcrime.schemas.Topic;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A query of the job, as the demo shows it. */
enum DemoQuery {
    COUNTS("counts", Topic.CRIME_COUNTS),
    TYPES("types", Topic.CRIME_COUNTS_BY_TYPE),
    TOP_TYPES("top-types", Topic.CRIME_TOP_TYPES),
    DISPOSITIONS("dispositions", Topic.CRIME_COUNTS_BY_DISPOSITION),
    PLACES("places", Topic.CRIME_COUNTS_BY_PLACE),
    DISTRICTS("districts", Topic.CRIME_COUNTS_BY_DISTRICT),
    RESPONSE_TIMES("response-times", Topic.CRIME_RESPONSE_TIMES),
    UNUSUAL("unusual", Topic.CRIME_ALERTS),
    OPEN_CALLS("open-calls", Topic.CRIME_OPEN_CALLS),
    TOTALS("totals", Topic.CRIME_TOTALS);

    private final String queryName;
    private final String topic;

    DemoQuery(String queryName, Topic topic) {
        this.queryName = queryName;
        this.topic = topic.name();
    }

    /**
     * The query of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static DemoQuery named(String name) {
        return Arrays.stream(values())
                .filter(query -> query.queryName.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--query must be one of "
                        + Arrays.stream(values()).map(DemoQuery::queryName).collect(Collectors.joining(", ")) + ": "
                        + name));
    }

    /** Its name in the job's {@code --query}. */
    String queryName() {
        return queryName;
    }

    /** The topic of its rows. */
    String topic() {
        return topic;
    }

    /** Whether each call is counted in exactly one row, so that the counts add up to the calls. */
    boolean hasEachCallOnce() {
        return switch (this) {
            case COUNTS, TYPES, DISPOSITIONS, DISTRICTS -> true;
            case TOP_TYPES, PLACES, RESPONSE_TIMES, UNUSUAL, OPEN_CALLS, TOTALS -> false;
        };
    }

    /** Whether its rows are of windows; a later row without one replaces the one of the same group. */
    boolean hasWindows() {
        return this != OPEN_CALLS && this != TOTALS;
    }

    /** Whether it is about stages, districts or coordinates of calls, which the city's file does not have. */
    boolean needsStages() {
        return switch (this) {
            case PLACES, DISTRICTS, RESPONSE_TIMES, UNUSUAL, OPEN_CALLS -> true;
            case COUNTS, TYPES, TOP_TYPES, DISPOSITIONS, TOTALS -> false;
        };
    }

    /** Whether it is about calls that change. */
    boolean needsUpdates() {
        return this == OPEN_CALLS;
    }

    /** Whether it is about what synthetic calls do not have by themselves. */
    boolean needsBursts() {
        return this == UNUSUAL;
    }
}
