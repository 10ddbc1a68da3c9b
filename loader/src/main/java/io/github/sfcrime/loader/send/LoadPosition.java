package io.github.sfcrime.loader.send;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/**
 * The position of a load, as it is committed with its calls.
 *
 * @param sent calls that are in the topic
 * @param fingerprint of what the inputs hold
 * @param starts where the load's calls begin in each partition
 */
record LoadPosition(long sent, String fingerprint, List<Long> starts) {

    LoadPosition {
        starts = List.copyOf(starts);
    }

    LoadPosition at(long moreSent) {
        return new LoadPosition(moreSent, fingerprint, starts);
    }

    /** As Kafka keeps positions: a number and a text. */
    OffsetAndMetadata committed() {
        return new OffsetAndMetadata(
                sent, fingerprint + " " + starts.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    static LoadPosition of(OffsetAndMetadata committed) {
        String[] parts = committed.metadata().split(" ", -1);
        return new LoadPosition(
                committed.offset(),
                parts[0],
                Arrays.stream(parts[parts.length - 1].split(",", -1))
                        .map(Long::valueOf)
                        .toList());
    }
}
