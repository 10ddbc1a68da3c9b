package io.github.sfcrime.benchmarks.streams;

import io.github.sfcrime.schemas.CallTotal;
import io.github.sfcrime.schemas.CallTotalKey;
import io.github.sfcrime.schemas.WireFormat;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;

/** How totals are written. */
final class TotalFormats {

    private final WireFormat<CallTotalKey> keys = new WireFormat<>(CallTotalKey.getClassSchema());
    private final WireFormat<CallTotal> values = new WireFormat<>(CallTotal.getClassSchema());
    private final Map<String, String> descriptions;

    TotalFormats(Map<String, String> descriptions) {
        this.descriptions = descriptions;
    }

    /** A row in the job's format, joined with its radio code. */
    KeyValue<byte[], byte[]> row(Group group, Long count) {
        String disposition = group.disposition().isEmpty() ? null : group.disposition();
        String description = descriptions.get(group.disposition());
        return KeyValue.pair(
                keys.encode(new CallTotalKey(group.type(), group.disposition())),
                values.encode(new CallTotal(group.type(), disposition, description, count)));
    }
}
