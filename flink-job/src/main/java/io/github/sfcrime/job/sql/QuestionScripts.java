package io.github.sfcrime.job.sql;

import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.results.Join;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The script of each query, changed as the settings require, as a person would do by hand. */
final class QuestionScripts {

    /** The queries that there is a script of. */
    static final Set<Query> ANSWERED = Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Query.UNUSUAL)));

    private QuestionScripts() {}

    static SqlScript of(Query query, SqlSettings settings) {
        SqlScript script = SqlScript.read(query.title() + ".sql");
        return switch (query) {
            case COUNTS -> joined(script, settings);
            case DISPOSITIONS ->
                joined(script, settings)
                        .with(
                                "TUMBLE(TABLE described_calls, DESCRIPTOR(call_date_time), INTERVAL '1' HOUR)",
                                settings.window().over("described_calls"));
            case TOP_TYPES -> script.with("`rank` <= 10", "`rank` <= " + settings.top());
            case TOTALS -> collected(joined(script, settings), settings);
            // Of single changes Flink's ranking does not say what was before: they are collected, if only for a
            // millisecond.
            case OPEN_CALLS ->
                open(collected(script, Math.max(1, settings.emitInterval().toMillis())), settings);
            case RESPONSE_TIMES ->
                settings.goals().isEmpty()
                        ? script
                        : script.with("CAST(NULL AS BIGINT) AS goal", goal(settings.goals()));
            case TYPES, PLACES, DISTRICTS -> script;
            case UNUSUAL -> throw new IllegalArgumentException("no script: " + query);
        };
    }

    private static SqlScript collected(SqlScript script, SqlSettings settings) {
        return settings.emitInterval().isZero()
                ? script.with("'table.exec.mini-batch.enabled' = 'true'", "'table.exec.mini-batch.enabled' = 'false'")
                : collected(script, settings.emitInterval().toMillis());
    }

    private static SqlScript collected(SqlScript script, long millis) {
        return script.with("= '1 s'", "= '" + millis + " ms'");
    }

    /** At the end of a bounded input all windows close, which says of no call that it is to be forgotten. */
    private static SqlScript open(SqlScript script, SqlSettings settings) {
        String horizon = SqlWindow.interval(Objects.requireNonNull(settings.updates()));
        SqlScript timed = script.with(
                        "DESCRIPTOR(call_date_time), INTERVAL '3' DAY", "DESCRIPTOR(call_date_time), " + horizon)
                .with("call_date_time + INTERVAL '3' DAY", "call_date_time + " + horizon);
        return settings.kafka().bounded()
                ? timed.with("FROM forgotten_calls", "FROM forgotten_calls WHERE FALSE")
                : timed;
    }

    private static String goal(Map<String, Duration> goals) {
        return goals.entrySet().stream()
                .map(goal -> "WHEN '%s' THEN %d"
                        .formatted(
                                goal.getKey().replace("'", "''"),
                                goal.getValue().toSeconds()))
                .collect(Collectors.joining(" ", "CASE priority ", " END AS goal"));
    }

    private static SqlScript joined(SqlScript script, SqlSettings settings) {
        return settings.join() == Join.INNER ? script.with("LEFT JOIN radio_codes", "INNER JOIN radio_codes") : script;
    }
}
