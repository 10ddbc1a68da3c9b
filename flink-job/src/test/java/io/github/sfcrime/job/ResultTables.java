package io.github.sfcrime.job;

import io.github.sfcrime.job.alerts.Alert;
import io.github.sfcrime.job.legs.LegTimes;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.results.ResultRow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a database holds, as texts. */
record ResultTables(Database database) {

    /** Where connections come from. */
    interface Database {
        Connection getConnection() throws SQLException;
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of what is asked for. */
    List<String> lines(String sql) throws SQLException {
        return select(sql, result -> Objects.requireNonNull(result.getString(1)));
    }

    /** The rows in the query's table as {@link PlainCount#text}, sorted; the empty text of a key is none. */
    List<String> rows(Query query) throws SQLException {
        List<String> names = query.rowSchema().getFields().stream()
                .map(field -> field.name())
                .toList();
        return select("SELECT * FROM " + query.topic().name(), result -> PlainCount.text(row(result, names))).stream()
                .sorted()
                .toList();
    }

    private static ResultRow row(ResultSet result, List<String> names) throws SQLException {
        ResultRow row = new ResultRow();
        if (names.contains("window_start")) {
            row.windowStart = millis(result, "window_start");
            row.windowEnd = millis(result, "window_end");
        }
        row.rank = names.contains("rank") ? result.getInt("rank") : 0;
        row.originalCrimeTypeName = text(result, names, "original_crime_type_name");
        row.disposition = text(result, names, "disposition");
        row.description = text(result, names, "description");
        row.placeKind = text(result, names, "place_kind");
        row.place = text(result, names, "place");
        row.priority = text(result, names, "priority");
        row.district = text(result, names, "police_district");
        row.leg = text(result, names, "leg");
        row.times = names.contains("leg") ? times(result) : null;
        row.alert = names.contains("episode_start") ? alert(result) : null;
        row.oldest = names.contains("oldest_call_date_time") && result.getString("oldest_call_date_time") != null
                ? millis(result, "oldest_call_date_time")
                : null;
        row.count = result.getLong("count");
        return row;
    }

    private static LegTimes times(ResultSet result) throws SQLException {
        LegTimes times = new LegTimes();
        times.calls = result.getLong("calls");
        times.median = result.getObject("median_seconds", Long.class);
        times.p90 = result.getObject("p90_seconds", Long.class);
        times.p99 = result.getObject("p99_seconds", Long.class);
        times.goal = result.getObject("goal_seconds", Long.class);
        times.withinGoal = result.getObject("within_goal", Double.class);
        return times;
    }

    private static Alert alert(ResultSet result) throws SQLException {
        Alert alert = new Alert();
        alert.episodeStart = millis(result, "episode_start");
        alert.episodeEnd = millis(result, "episode_end");
        alert.ended = result.getBoolean("ended");
        alert.windows = result.getLong("windows");
        alert.expected = result.getDouble("expected");
        alert.lower = result.getLong("lower");
        alert.upper = result.getLong("upper");
        alert.probability = result.getDouble("probability");
        return alert;
    }

    /** By way of its text, as a person sees it. */
    private static long millis(ResultSet result, String name) throws SQLException {
        return LocalDateTime.parse(
                        Objects.requireNonNull(result.getString(name)).replace(' ', 'T'))
                .toInstant(ZoneOffset.UTC)
                .toEpochMilli();
    }

    private static @Nullable String text(ResultSet result, List<String> names, String name) throws SQLException {
        String text = names.contains(name) ? result.getString(name) : null;
        return text == null || text.isEmpty() ? null : text;
    }

    private <T> List<T> select(String sql, Reading<T> reading) throws SQLException {
        List<T> all = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                all.add(reading.read(result));
            }
        }
        return all;
    }

    /** What is made of a row of an answer. */
    private interface Reading<T> {
        T read(ResultSet result) throws SQLException;
    }
}
