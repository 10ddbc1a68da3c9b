package io.github.sfcrime.local.chaos.pipeline;

import io.github.sfcrime.local.chaos.oracle.Count;
import io.github.sfcrime.local.chaos.oracle.Group;
import io.github.sfcrime.local.chaos.oracle.Written;
import io.github.sfcrime.schemas.Topic;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table that the job writes in PostgreSQL, in which no row may change once it is there. */
final class ResultTable {

    private static final String TABLE = Topic.CRIME_COUNTS.name();

    private final String url;
    private final Map<Group, Count> seen = new HashMap<>();
    private final List<String> mistakes = new ArrayList<>();

    /** @param url of the database, for JDBC */
    ResultTable(String url) {
        this.url = url;
    }

    /** Its rows as of now. */
    synchronized Written read() throws SQLException {
        Written written = new Written();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + TABLE)) {
            while (rows.next()) {
                Group group = new Group(
                        rows.getObject("window_start", LocalDateTime.class),
                        rows.getString("original_crime_type_name"),
                        rows.getString("disposition"));
                Count count = new Count(rows.getLong("count"), rows.getString("description"));
                is(group, count);
                written.row(group, count);
            }
        }
        return written;
    }

    /** The row of a group is that one now. */
    synchronized void is(Group group, Count count) {
        Count before = seen.put(group, count);
        if (before != null && !before.equals(count)) {
            mistakes.add("row of a table has changed: " + group + " = " + before + ", then " + count);
        }
    }

    /** What has changed. */
    synchronized List<String> differences() {
        return List.copyOf(mistakes);
    }

    /** Removes it. */
    void drop() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE " + TABLE);
        }
    }
}
