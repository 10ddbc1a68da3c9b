package io.github.sfcrime.console;

import io.github.sfcrime.console.rows.Envelope;
import io.github.sfcrime.console.rows.FieldConditions;
import io.github.sfcrime.console.rows.Row;
import io.github.sfcrime.console.topic.Content;
import io.github.sfcrime.console.topic.StartingPoint;
import io.github.sfcrime.console.topic.TopicReader;
import io.github.sfcrime.console.topic.TopicRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that select records of a topic. */
final class FilterOptions {

    @Option(names = "--partition", paramLabel = "N", split = ",", description = "Only the records of these partitions.")
    private List<Integer> partitions = new ArrayList<>();

    @Option(
            names = "--until",
            paramLabel = "END",
            converter = StartingPointConverter.class,
            description = "Only records before END, in the notation of --from.")
    private @Nullable StartingPoint until;

    @Option(
            names = "--key",
            paramLabel = "TEXT",
            description = "Only records whose key is TEXT, or has a field that is.")
    private @Nullable String key;

    @Option(
            names = "--field",
            paramLabel = "NAME=VALUE",
            description =
                    "Only records with this value in that field, as it is printed; nothing after the = for a field"
                            + " that is empty. May be repeated: all conditions must hold.")
    private Map<String, String> fields = new LinkedHashMap<>();

    boolean isUntil() {
        return until != null;
    }

    /** Applies the options to a reader; {@code remarks} is told of fields that there are not. */
    void apply(TopicReader reader, Consumer<String> remarks) {
        if (!partitions.isEmpty()) {
            reader.keepPartitions(partitions);
        }
        if (until != null) {
            reader.endAt(until);
        }
        if (key != null || !fields.isEmpty()) {
            reader.keep(predicate(remarks));
        }
    }

    /** The conditions on keys and fields. */
    Predicate<TopicRecord> predicate(Consumer<String> remarks) {
        FieldConditions conditions = new FieldConditions(fields, remarks);
        return record -> hasKey(record.key())
                && (record.value() instanceof Content.Decoded decoded
                        ? conditions.hold(decoded.record())
                        : fields.isEmpty());
    }

    private boolean hasKey(Content content) {
        if (key == null) {
            return true;
        }
        Object readable = Envelope.readable(content);
        return readable instanceof Row row
                ? row.values().stream().anyMatch(value -> key.equals(FieldConditions.text(value)))
                : key.equals(FieldConditions.text(readable));
    }
}
