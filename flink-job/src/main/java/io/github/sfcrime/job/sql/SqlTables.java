package io.github.sfcrime.job.sql;

import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.schemas.Topic;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.flink.table.api.TableEnvironment;

/** The tables of {@code tables.sql}, altered as the settings require. */
final class SqlTables {

    private static final String EVENT_TIME = "call_date_time";
    private static final Pattern WORD = Pattern.compile("\\W+");

    private final TableEnvironment tables;

    private SqlTables(TableEnvironment tables) {
        this.tables = tables;
    }

    /**
     * Creates them in {@code environment}.
     *
     * @param readers the parallelism of the source, at most one per partition, or the watermark would not move
     */
    static void create(TableEnvironment environment, SqlSettings settings, int readers) {
        SqlScript.read("tables.sql").statements().forEach(environment::executeSql);
        SqlTables tables = new SqlTables(environment);
        tables.dropUnread(settings);
        tables.alter(settings, readers);
    }

    /** Drops columns that no query uses, because the connector decodes all columns of a table. */
    private void dropUnread(SqlSettings settings) {
        String calls = Topic.CRIME_DATA.name();
        Set<String> read = settings.queries().stream()
                .flatMap(query ->
                        WORD.splitAsStream(QuestionScripts.of(query, settings).text()))
                .collect(Collectors.toSet());
        read.add(EVENT_TIME);
        String unread = tables.from(calls).getResolvedSchema().getColumnNames().stream()
                .filter(column -> !read.contains(column))
                .collect(Collectors.joining(", "));
        if (!unread.isEmpty()) {
            tables.executeSql("ALTER TABLE " + calls + " DROP (" + unread + ")");
        }
    }

    private void alter(SqlSettings settings, int readers) {
        KafkaOptions options = new KafkaOptions(settings.kafka());
        for (Query query : QuestionScripts.ANSWERED) {
            set(query.topic().name(), options.sink(query.topic()));
        }
        String calls = Topic.CRIME_DATA.name();
        set(calls, options.source(readers));
        set(calls, Map.of("scan.parallelism", Integer.toString(readers)));
        if (settings.kafka().bounded()) {
            tables.executeSql("ALTER TABLE " + calls + " RESET ('scan.watermark.idle-timeout')");
        } else {
            set(calls, Map.of("scan.watermark.idle-timeout", settings.idleness().toMillis() + " ms"));
        }
        tables.executeSql("ALTER TABLE %s MODIFY WATERMARK FOR %s AS %s - %s"
                .formatted(calls, EVENT_TIME, EVENT_TIME, SqlWindow.interval(settings.watermarkBound())));
        tables.executeSql("ALTER VIEW call_windows AS SELECT * FROM TABLE("
                + settings.window().over(calls) + ")");
        if (settings.radioCodes() != null) {
            set("radio_codes", Map.of("path", settings.radioCodes()));
        }
    }

    private void set(String table, Map<String, String> options) {
        tables.executeSql(options.entrySet().stream()
                .map(option -> quoted(option.getKey()) + " = " + quoted(option.getValue()))
                .collect(Collectors.joining(", ", "ALTER TABLE " + table + " SET (", ")")));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
