package io.github.sfcrime.job.decoding;

import io.github.sfcrime.job.calls.SanFranciscoClock;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.Decoder;

/** How calls of one schema become records of the current one: as Avro resolves them, and times as the writer means them. */
final class WholeCallPlan {

    private static final String WALL_CLOCK = "local-timestamp-millis";

    private final GenericDatumReader<GenericRecord> reader;

    /** The fields whose numbers say something else than they do in the current schema. */
    private final Map<Integer, CallTime> otherTimes = new HashMap<>();

    /**
     * The plan for records that {@code writer} wrote.
     *
     * @throws IllegalArgumentException if it is not told what the number of a time says
     */
    WholeCallPlan(Schema writer) {
        reader = new GenericDatumReader<>(writer, WholeCalls.schema(), new GenericData());
        for (Schema.Field field : WholeCalls.schema().getFields()) {
            Schema.Field written = writer.getField(field.name());
            if (written != null && WALL_CLOCK.equals(value(field.schema()).getProp("logicalType"))) {
                addTime(field, value(written.schema()));
            }
        }
    }

    private void addTime(Schema.Field field, Schema written) {
        if (written.getType() == Schema.Type.NULL) {
            return;
        }
        CallTime time = CallTime.of(field.name(), written);
        if (time != CallTime.LOCAL_TIMESTAMP_MILLIS) {
            otherTimes.put(field.pos(), time);
        }
    }

    /** Of a union with null, the type beside it. */
    private static Schema value(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream()
                        .filter(type -> type.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElse(schema.getTypes().get(0))
                : schema;
    }

    GenericRecord read(Decoder body, SanFranciscoClock clock) throws IOException {
        GenericRecord call = reader.read(null, body);
        otherTimes.forEach((field, time) -> {
            if (call.get(field) instanceof Long number) {
                call.put(field, time.wallClock(number, clock));
            }
        });
        return call;
    }
}
