package io.github.sfcrime.job.kafka.settings;

import java.io.Serializable;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;

/**
 * Where reading starts without a checkpoint: {@code earliest} (the first call there ever was), {@code available} (the first
 * that is still there), {@code latest}, {@code group} (what the consumer group has committed), or an instant such as {@code 2018-10-02T09:00:00Z}, compared with the time at which the broker
 * appended a record.
 *
 * @param setting as the user gave it
 */
public record StartingOffsets(String setting) implements Serializable {

    private static final Set<String> WORDS = Set.of("earliest", "available", "latest", "group");

    /** Checks the setting. */
    public StartingOffsets {
        initializer(setting);
    }

    boolean isEarliest() {
        return setting.equals("earliest");
    }

    /**
     * Where each partition starts.
     *
     * @param settings that it is one of
     */
    public OffsetsInitializer initializer(KafkaSettings settings) {
        if (setting.equals("group")) {
            return new FromGroup(settings.groupId());
        }
        OffsetsInitializer start = settings.bounded() && !WORDS.contains(setting)
                ? new FromInstant(setting, instant(setting))
                : initializer(setting);
        if (!settings.failOnDataLoss()) {
            return start;
        }
        return isEarliest() ? new FromBeginning() : new NoReset(start);
    }

    private static OffsetsInitializer initializer(String setting) {
        return switch (setting) {
            case "earliest", "available" -> OffsetsInitializer.earliest();
            case "latest" -> OffsetsInitializer.latest();
            case "group" -> OffsetsInitializer.committedOffsets();
            default -> OffsetsInitializer.timestamp(instant(setting));
        };
    }

    private static long instant(String setting) {
        try {
            return Instant.parse(setting).toEpochMilli();
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "start must be earliest, available, latest, group or an instant such as 2018-10-02T09:00:00Z: "
                            + setting,
                    e);
        }
    }
}
