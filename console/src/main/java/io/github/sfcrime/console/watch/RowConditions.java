package io.github.sfcrime.console.watch;

import io.github.sfcrime.console.rows.FieldConditions;
import io.github.sfcrime.console.rows.Row;
import io.github.sfcrime.console.topic.Content;
import io.github.sfcrime.console.topic.TopicRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which rows are passed on; all of them must hold. */
final class RowConditions {

    @Option(names = "--type", paramLabel = "TYPE", description = "Only rows of this type of call.")
    private @Nullable String type;

    @Option(names = "--disposition", paramLabel = "CODE", description = "Only rows of this disposition.")
    private @Nullable String disposition;

    @Option(names = "--district", paramLabel = "NAME", description = "Only rows of this police district.")
    private @Nullable String district;

    @Option(
            names = "--field",
            paramLabel = "NAME=VALUE",
            description = "Only rows with this value in that field, as it is printed. May be repeated.")
    private Map<String, String> fields = new LinkedHashMap<>();

    @Option(names = "--at-least", paramLabel = "N", description = "Only rows whose count is N or more.")
    private long least;

    /** The conditions; {@code remarks} is told of fields that there are not. */
    Predicate<TopicRecord> predicate(Consumer<String> remarks) {
        FieldConditions wanted = new FieldConditions(wanted(), remarks);
        return record -> record.value() instanceof Content.Decoded decoded
                && wanted.hold(decoded.record())
                && isFrequent(Row.of(decoded.record()));
    }

    private Map<String, String> wanted() {
        Map<String, String> all = new LinkedHashMap<>(fields);
        put(all, "original_crime_type_name", type);
        put(all, "disposition", disposition);
        put(all, "police_district", district);
        return all;
    }

    private static void put(Map<String, String> all, String field, @Nullable String wanted) {
        if (wanted != null) {
            all.put(field, wanted);
        }
    }

    private boolean isFrequent(Row row) {
        return least == 0 || (row.value("count") instanceof Number count && count.longValue() >= least);
    }
}
