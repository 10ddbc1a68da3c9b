package io.github.sfcrime.benchmarks.jet;

import com.hazelcast.jet.datamodel.KeyedWindowResult;
import io.github.sfcrime.schemas.CallCount;
import io.github.sfcrime.schemas.CallCountKey;
import io.github.sfcrime.schemas.RadioCodes;
import io.github.sfcrime.schemas.WireFormat;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/** A row as the job writes its own, its disposition joined with the radio codes. */
final class WriteRow {

    private static final WireFormat<CallCountKey> KEYS = new WireFormat<>(CallCountKey.getClassSchema());
    private static final WireFormat<CallCount> ROWS = new WireFormat<>(CallCount.getClassSchema());
    private static final Map<String, String> DESCRIPTIONS = RadioCodes.builtIn();

    private WriteRow() {}

    static byte[] key(KeyedWindowResult<Group, Long> result) {
        Group group = result.key();
        return KEYS.encode(new CallCountKey(
                wallClock(result.start()), wallClock(result.end()), group.type(), group.disposition()));
    }

    static byte[] row(KeyedWindowResult<Group, Long> result) {
        Group group = result.key();
        String disposition = group.disposition().isEmpty() ? null : group.disposition();
        return ROWS.encode(new CallCount(
                wallClock(result.start()),
                wallClock(result.end()),
                group.type(),
                disposition,
                DESCRIPTIONS.get(group.disposition()),
                result.result()));
    }

    private static LocalDateTime wallClock(long millis) {
        return LocalDateTime.ofEpochSecond(Math.floorDiv(millis, 1000L), 0, ZoneOffset.UTC);
    }
}
