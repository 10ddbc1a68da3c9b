package io.github.sfcrime.console.watch;

import io.github.sfcrime.console.rows.Row;
import io.github.sfcrime.console.topic.Content;
import io.github.sfcrime.console.topic.TopicRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which rows are passed on; all of them must hold. */
final class RowConditions implements Predicate<TopicRecord> {

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

    @Override
    public boolean test(TopicRecord record) {
        return record.value() instanceof Content.Decoded decoded && holdFor(Row.of(decoded.record()));
    }

    private boolean holdFor(Row row) {
        return is(row, "original_crime_type_name", type)
                && is(row, "disposition", disposition)
                && is(row, "police_district", district)
                && fields.entrySet().stream().allMatch(field -> is(row, field.getKey(), field.getValue()))
                && (least == 0 || (row.value("count") instanceof Number count && count.longValue() >= least));
    }

    private static boolean is(Row row, String field, @Nullable String wanted) {
        return wanted == null || wanted.equals(text(row.value(field)));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
