package io.github.sfcrime.job.sql;

import io.github.sfcrime.schemas.Topic;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The questions that there is an SQL file for. */
enum SqlQuery {
    COUNTS,
    TYPES,
    TOP_TYPES,
    DISPOSITIONS,
    PLACES,
    TOTALS;

    /** The query of that name, such as {@code top-types}. */
    static SqlQuery named(String name) {
        return Arrays.stream(values())
                .filter(query -> query.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("query must be one of "
                        + Arrays.stream(values()).map(SqlQuery::toString).collect(Collectors.joining(", ")) + ": "
                        + name));
    }

    /** Where its rows go; the table there has the same name. */
    Topic topic() {
        return switch (this) {
            case COUNTS -> Topic.CRIME_COUNTS;
            case TYPES -> Topic.CRIME_COUNTS_BY_TYPE;
            case TOP_TYPES -> Topic.CRIME_TOP_TYPES;
            case DISPOSITIONS -> Topic.CRIME_COUNTS_BY_DISPOSITION;
            case PLACES -> Topic.CRIME_COUNTS_BY_PLACE;
            case TOTALS -> Topic.CRIME_TOTALS;
        };
    }

    /** Its file, in the words that the settings ask for. */
    SqlScript script(SqlSettings settings) {
        SqlScript script = SqlScript.read(this + ".sql");
        return switch (this) {
            case COUNTS, TOTALS -> joined(script, settings);
            case DISPOSITIONS ->
                joined(script, settings)
                        .with(
                                "TUMBLE(TABLE described_calls, DESCRIPTOR(call_date_time), INTERVAL '1' HOUR)",
                                settings.window().over("described_calls"));
            case TOP_TYPES -> script.with("`rank` <= 10", "`rank` <= " + settings.top());
            case TYPES, PLACES -> script;
        };
    }

    private static SqlScript joined(SqlScript script, SqlSettings settings) {
        return settings.innerJoin() ? script.with("LEFT JOIN radio_codes", "INNER JOIN radio_codes") : script;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
