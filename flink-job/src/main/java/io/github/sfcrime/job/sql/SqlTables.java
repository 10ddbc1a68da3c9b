package io.github.sfcrime.job.sql;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.table.api.TableEnvironment;

/** The tables of {@code tables.sql}, altered to what the settings say. */
final class SqlTables {

    private final TableEnvironment tables;

    private SqlTables(TableEnvironment tables) {
        this.tables = tables;
    }

    static void create(TableEnvironment environment, SqlSettings settings) {
        SqlScript.read("tables.sql").statements().forEach(environment::executeSql);
        new SqlTables(environment).alter(settings);
    }

    private void alter(SqlSettings settings) {
        Map<String, String> clients = new LinkedHashMap<>();
        settings.kafkaConfig().forEach((name, value) -> clients.put("properties." + name, value));
        clients.put("properties.bootstrap.servers", settings.bootstrapServers());
        Arrays.stream(SqlQuery.values()).forEach(query -> set(query.topic().name(), clients));
        set("crime_data", clients);
        set("crime_data", source(settings));
        tables.executeSql("ALTER TABLE crime_data MODIFY WATERMARK FOR call_date_time AS call_date_time - "
                + SqlWindow.interval(settings.watermarkBound()));
        if (settings.bounded()) {
            tables.executeSql("ALTER TABLE crime_data RESET ('scan.watermark.idle-timeout')");
        }
        tables.executeSql("ALTER VIEW call_windows AS SELECT * FROM TABLE("
                + settings.window().over("crime_data") + ")");
    }

    private static Map<String, String> source(SqlSettings settings) {
        Map<String, String> options = new LinkedHashMap<>(startup(settings.start()));
        options.put("topic", settings.topic());
        options.put("properties.group.id", settings.groupId());
        options.put("scan.watermark.idle-timeout", settings.idleness().toMillis() + " ms");
        if (settings.bounded()) {
            options.put("scan.bounded.mode", "latest-offset");
        }
        return options;
    }

    private static Map<String, String> startup(String start) {
        return switch (start) {
            case "earliest" -> Map.of("scan.startup.mode", "earliest-offset");
            case "latest" -> Map.of("scan.startup.mode", "latest-offset");
            case "group" -> Map.of("scan.startup.mode", "group-offsets");
            default ->
                Map.of("scan.startup.mode", "timestamp", "scan.startup.timestamp-millis", Long.toString(millis(start)));
        };
    }

    private static long millis(String instant) {
        try {
            return Instant.parse(instant).toEpochMilli();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "start must be earliest, latest, group or an instant such as 2018-10-02T09:00:00Z: " + instant, e);
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
