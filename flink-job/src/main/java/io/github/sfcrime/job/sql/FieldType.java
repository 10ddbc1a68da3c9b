package io.github.sfcrime.job.sql;

import java.util.Arrays;
import java.util.Objects;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.util.Utf8;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.types.logical.LogicalTypeRoot;
import org.jspecify.annotations.Nullable;

/**
 * The types of fields of our records and of columns. Wall-clock times stay wall-clock times, which Flink's own Avro
 * formats change unless configured otherwise (FLINK-39789).
 */
enum FieldType {
    TEXT(Schema.Type.STRING, null, LogicalTypeRoot.VARCHAR),
    LONG(Schema.Type.LONG, null, LogicalTypeRoot.BIGINT),
    DOUBLE(Schema.Type.DOUBLE, null, LogicalTypeRoot.DOUBLE),
    INT(Schema.Type.INT, null, LogicalTypeRoot.INTEGER),
    DATE(Schema.Type.INT, "date", LogicalTypeRoot.DATE),
    TIME(Schema.Type.INT, "time-millis", LogicalTypeRoot.TIME_WITHOUT_TIME_ZONE),
    WALL_CLOCK(Schema.Type.LONG, "local-timestamp-millis", LogicalTypeRoot.TIMESTAMP_WITHOUT_TIME_ZONE);

    private final Schema.Type avroType;
    private final @Nullable String logicalType;
    private final LogicalTypeRoot columnType;

    FieldType(Schema.Type avroType, @Nullable String logicalType, LogicalTypeRoot columnType) {
        this.avroType = avroType;
        this.logicalType = logicalType;
        this.columnType = columnType;
    }

    /** The type of a field whose schema, nullable or not, is {@code schema}. */
    static FieldType of(Schema schema) {
        Schema type = schema.isNullable() ? notNull(schema) : schema;
        LogicalType logical = type.getLogicalType();
        String name = logical == null ? null : logical.getName();
        return Arrays.stream(values())
                .filter(candidate ->
                        candidate.avroType == type.getType() && Objects.equals(candidate.logicalType, name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no column type for Avro's " + type));
    }

    /** The type of the columns. */
    LogicalTypeRoot columnType() {
        return columnType;
    }

    /** Converts Avro's value to the column's. */
    Object toColumn(Object field) {
        return switch (this) {
            case TEXT -> text((Utf8) field);
            case WALL_CLOCK -> TimestampData.fromEpochMillis((Long) field);
            default -> field;
        };
    }

    /** Converts the column's value to Avro's. */
    Object toField(Object column) {
        return switch (this) {
            case TEXT -> new Utf8(((StringData) column).toBytes());
            case WALL_CLOCK -> ((TimestampData) column).getMillisecond();
            default -> column;
        };
    }

    private static StringData text(Utf8 text) {
        return StringData.fromBytes(Arrays.copyOf(text.getBytes(), text.getByteLength()));
    }

    private static Schema notNull(Schema union) {
        return union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }
}
