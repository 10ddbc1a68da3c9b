package io.github.sfcrime.job.sql;

import static io.github.sfcrime.job.decoding.AvroBinary.afterBytes;
import static io.github.sfcrime.job.decoding.AvroBinary.afterFixed;
import static io.github.sfcrime.job.decoding.AvroBinary.afterNumber;
import static io.github.sfcrime.job.decoding.AvroBinary.number;
import static io.github.sfcrime.job.decoding.AvroBinary.real;

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

    /** The column's value from Avro's, which begins at {@code at}. */
    Object read(byte[] bytes, int at) {
        return switch (this) {
            case TEXT -> text(bytes, afterNumber(bytes, at), afterBytes(bytes, at));
            case LONG -> number(bytes, at);
            case DOUBLE -> real(bytes, at);
            case INT, DATE, TIME -> (int) number(bytes, at);
            case WALL_CLOCK -> TimestampData.fromEpochMillis(number(bytes, at));
        };
    }

    /** Behind Avro's value, which begins at {@code at}. */
    int after(byte[] bytes, int at) {
        return switch (this) {
            case TEXT -> afterBytes(bytes, at);
            case DOUBLE -> afterFixed(bytes, at, Double.BYTES);
            case LONG, INT, DATE, TIME, WALL_CLOCK -> afterNumber(bytes, at);
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

    private static StringData text(byte[] bytes, int start, int end) {
        return StringData.fromBytes(bytes, start, end - start);
    }

    private static Schema notNull(Schema union) {
        return union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }
}
