package io.github.sfcrime.job.sql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sfcrime.schemas.CallCount;
import io.github.sfcrime.schemas.CallCountKey;
import io.github.sfcrime.schemas.CallForService;
import io.github.sfcrime.schemas.CallTotal;
import io.github.sfcrime.schemas.CallTotalKey;
import io.github.sfcrime.schemas.KnownSchemas;
import io.github.sfcrime.schemas.RadioCode;
import io.github.sfcrime.schemas.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.logical.RowType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AvroFormatTest {

    private static final LocalDateTime START = LocalDateTime.parse("2018-11-04T01:00:00");
    private static final LocalDateTime END = LocalDateTime.parse("2018-11-04T02:00:00");
    private static final WireFormat<CallForService> CALLS = new WireFormat<>(CallForService.SCHEMA$);

    private static final RowType COUNT_KEYS = rowType(
            DataTypes.FIELD("disposition", DataTypes.STRING()),
            DataTypes.FIELD("original_crime_type_name", DataTypes.STRING().notNull()),
            DataTypes.FIELD("window_start", DataTypes.TIMESTAMP(3).notNull()),
            DataTypes.FIELD("window_end", DataTypes.TIMESTAMP(3).notNull()));
    private static final RowType COUNTS = rowType(
            DataTypes.FIELD("count", DataTypes.BIGINT().notNull()),
            DataTypes.FIELD("description", DataTypes.STRING()),
            DataTypes.FIELD("disposition", DataTypes.STRING()),
            DataTypes.FIELD("original_crime_type_name", DataTypes.STRING().notNull()),
            DataTypes.FIELD("window_end", DataTypes.TIMESTAMP(3).notNull()),
            DataTypes.FIELD("window_start", DataTypes.TIMESTAMP(3).notNull()));
    private static final RowType SOME_OF_A_CALL = rowType(
            DataTypes.FIELD("call_date_time", DataTypes.TIMESTAMP(3).notNull()),
            DataTypes.FIELD("crime_id", DataTypes.BIGINT()),
            DataTypes.FIELD("call_date", DataTypes.DATE()),
            DataTypes.FIELD("call_time", DataTypes.TIME()),
            DataTypes.FIELD("disposition", DataTypes.STRING()),
            DataTypes.FIELD("city", DataTypes.STRING().notNull()));

    @ParameterizedTest
    @CsvSource({"Passing Call,HAN,Handled,12", "Café,Not recorded,,1", "22500e,,,9000000000"})
    void whatIsWrittenIsWhatTheJobWrites(
            String type, @Nullable String disposition, @Nullable String description, long count) {
        byte[] value = write("CallCount", COUNTS, count, description, disposition, type, END, START);
        byte[] key = write("CallCountKey", COUNT_KEYS, disposition, type, START, END);

        assertThat(value)
                .isEqualTo(new WireFormat<CallCount>(CallCount.SCHEMA$)
                        .encode(new CallCount(START, END, type, disposition, description, count)));
        assertThat(key)
                .isEqualTo(new WireFormat<CallCountKey>(CallCountKey.SCHEMA$)
                        .encode(new CallCountKey(START, END, type, disposition == null ? "" : disposition)));
    }

    @Test
    void anEmptyTextOfAColumnThatCannotBeNullIsMissingInARecordThatCan() throws IOException {
        RowType keys = rowType(
                DataTypes.FIELD("original_crime_type_name", DataTypes.STRING().notNull()),
                DataTypes.FIELD("disposition", DataTypes.STRING().notNull()));
        RowType totals = rowType(
                DataTypes.FIELD("original_crime_type_name", DataTypes.STRING().notNull()),
                DataTypes.FIELD("disposition", DataTypes.STRING().notNull()),
                DataTypes.FIELD("description", DataTypes.STRING()),
                DataTypes.FIELD("count", DataTypes.BIGINT().notNull()));
        byte[] total = new WireFormat<CallTotal>(CallTotal.SCHEMA$).encode(new CallTotal("Trespasser", null, null, 3L));

        assertThat(write("CallTotal", totals, "Trespasser", "", null, 3L)).isEqualTo(total);
        assertThat(write("CallTotalKey", keys, "Trespasser", ""))
                .isEqualTo(
                        new WireFormat<CallTotalKey>(CallTotalKey.SCHEMA$).encode(new CallTotalKey("Trespasser", "")));
        assertThat(read("CallTotal", totals, total)).isEqualTo(row("Trespasser", "", null, 3L));
    }

    /** Every version of a call that this build knows. */
    static Stream<Schema> versionsOfACall() {
        return KnownSchemas.all().stream().filter(schema -> schema.getName().equals("CallForService"));
    }

    @ParameterizedTest
    @MethodSource("versionsOfACall")
    void everyKnownVersionIsReadAndWallClockTimesStayAsTheyAre(Schema version) throws IOException {
        GenericData.Record call = new GenericData.Record(version);
        call.put("crime_id", 183_080_001L);
        call.put("original_crime_type_name", "Passing Call");
        call.put("call_date", (int) START.toLocalDate().toEpochDay());
        call.put("call_time", 5_400_000);
        call.put(
                "call_date_time",
                TimestampData.fromLocalDateTime(START.plusMinutes(30)).getMillisecond());

        assertThat(read("CallForService", SOME_OF_A_CALL, framed(version, call)))
                .isEqualTo(row(
                        START.plusMinutes(30),
                        183_080_001L,
                        LocalDate.parse("2018-11-04"),
                        LocalTime.parse("01:30"),
                        null,
                        ""));
    }

    @Test
    void damagedRecordsFailWithWhatIsWrongOrAreSkippedAndCounted() {
        byte[] call = CALLS.encode(call());
        byte[] cut = Arrays.copyOf(call, call.length - 3);
        byte[] longer = Arrays.copyOf(call, call.length + 1);
        byte[] bomb = Arrays.copyOf(call, 20);
        Arrays.fill(bomb, 15, 20, (byte) 0x7f);
        bomb[14] = (byte) 0xfe;
        byte[] code = new WireFormat<RadioCode>(RadioCode.SCHEMA$).encode(new RadioCode("HAN", "Handled"));
        OpenedContext context = new OpenedContext();
        ReadRow skipping = reader("CallForService", SOME_OF_A_CALL, true, context);

        assertThatThrownBy(() -> read("CallForService", SOME_OF_A_CALL, "no call at all".getBytes(UTF_8)))
                .hasMessageStartingWith("cannot read a CallForService: not Avro single-object encoding: it should begin"
                        + " with C3 01");
        assertThatThrownBy(() -> read("CallForService", SOME_OF_A_CALL, cut))
                .hasMessageStartingWith("cannot read a CallForService: body does not fit its schema: ");
        assertThatThrownBy(() -> read("CallForService", SOME_OF_A_CALL, longer))
                .hasMessageStartingWith(
                        "cannot read a CallForService: body does not fit its schema: bytes are left over");
        assertThatThrownBy(() -> read("CallForService", SOME_OF_A_CALL, bomb))
                .hasMessageStartingWith("cannot read a CallForService: body does not fit its schema: ");
        assertThatThrownBy(() -> read("CallForService", SOME_OF_A_CALL, code))
                .hasMessage("cannot read a CallForService: it is a RadioCode");
        assertThatThrownBy(() -> read("CallForService", SOME_OF_A_CALL, null))
                .hasMessage("cannot read a CallForService: record has no value");
        for (byte[] damaged : Arrays.asList(cut, longer, bomb, code, null, new byte[0])) {
            assertThat(skipping.deserialize(damaged)).isNull();
        }
        assertThat(skipping.deserialize(call)).isNotNull();
        assertThat(context.count("recordsSkipped")).isEqualTo(6);
    }

    @Test
    void anUnknownSchemaFailsEvenWhereDamagedRecordsAreSkipped() {
        byte[] newer = CALLS.encode(call());
        newer[5] ^= 1;

        assertThatThrownBy(() -> reader("CallForService", SOME_OF_A_CALL, true, new OpenedContext())
                        .deserialize(newer))
                .hasMessageContaining("is unknown to this build, a newer program may have written it");
    }

    @Test
    void aTableThatIsNotTheRecordsIsRefusedWhereItIsPlanned() {
        RowType text = rowType(DataTypes.FIELD("count", DataTypes.STRING()));
        RowType other = rowType(DataTypes.FIELD("amount", DataTypes.BIGINT()));
        RowType strict = rowType(DataTypes.FIELD("agency_id", DataTypes.BIGINT().notNull()));

        assertRefused(
                () -> RecordColumns.of("CallCounts", COUNTS), "CallCounts is none of our records: CallForService,");
        assertRefused(
                () -> RecordColumns.of("CallCount", text),
                "column count must be BIGINT as in the record, but is STRING");
        assertRefused(
                () -> RecordColumns.of("RadioCode", other),
                "column amount is no field of RadioCode, which has disposition_code, description");
        assertRefused(
                () -> RecordColumns.of("CallForService", strict).readable(),
                "column agency_id must be nullable: not every CallForService has it");
        assertRefused(
                () -> new WriteRow(RecordColumns.of("CallCount", COUNT_KEYS), COUNT_KEYS),
                "a CallCount needs description, and the table has no such column");
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt, String message) {
        assertThatThrownBy(attempt).isInstanceOf(ValidationException.class).hasMessageStartingWith(message);
    }

    private static CallForService call() {
        CallForService call = new CallForService();
        call.setCrimeId(183_080_001L);
        call.setOriginalCrimeTypeName("Passing Call");
        call.setCallDateTime(START);
        return call;
    }

    private static byte[] framed(Schema schema, GenericData.Record record) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(WireFormat.header(schema));
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericData.Record>(schema, new GenericData()).write(record, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    private static byte[] write(String record, RowType table, @Nullable Object... values) {
        WriteRow writer = new WriteRow(RecordColumns.of(record, table), table);
        writer.open(new OpenedContext());
        return writer.serialize(row(values));
    }

    private static @Nullable RowData read(String record, RowType table, byte @Nullable [] message) throws IOException {
        return reader(record, table, false, new OpenedContext()).deserialize(message);
    }

    @SuppressWarnings("NullAway") // the type of what it produces is Flink's concern, not the reader's
    private static ReadRow reader(String record, RowType table, boolean ignoreParseErrors, OpenedContext context) {
        ReadRow reader = new ReadRow(RecordColumns.of(record, table).readable(), ignoreParseErrors, null);
        reader.open(context);
        return reader;
    }

    private static RowType rowType(DataTypes.Field... fields) {
        DataType row = DataTypes.ROW(fields);
        return (RowType) row.getLogicalType();
    }

    /** A row of values as Flink holds them. */
    private static GenericRowData row(@Nullable Object... values) {
        List<@Nullable Object> held = Arrays.stream(values)
                .<@Nullable Object>map(AvroFormatTest::held)
                .toList();
        return GenericRowData.of(held.toArray());
    }

    private static @Nullable Object held(@Nullable Object value) {
        if (value instanceof String text) {
            return StringData.fromString(text);
        }
        if (value instanceof LocalDateTime time) {
            return TimestampData.fromLocalDateTime(time);
        }
        if (value instanceof LocalDate date) {
            return (int) date.toEpochDay();
        }
        return value instanceof LocalTime time ? (Object) (int) (time.toNanoOfDay() / 1_000_000) : value;
    }
}
