package io.github.sfcrime.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.job.results.CallCountRow;
import io.github.sfcrime.schemas.CallCount;
import io.github.sfcrime.schemas.CallCountKey;
import io.github.sfcrime.schemas.WireFormat;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("NullAway") // the schema looks at none of what Flink hands it beside the row
class WriteCallCountTest {

    private static final String LONG_TYPE =
            "a type that is longer than what the buffer begins with so that it has to grow: "
                    + "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
                    + "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789";
    private static final LocalDateTime START = LocalDateTime.parse("2018-10-02T09:00:00");
    private static final LocalDateTime END = LocalDateTime.parse("2018-10-02T10:00:00");

    @ParameterizedTest
    @CsvSource({
        "Passing Call,HAN,Handled,12",
        "Café,Not recorded,,1",
        "22500e,,,9000000000",
        LONG_TYPE + ",HAN,Handled,1"
    })
    void whatIsWrittenIsWhatAvroWouldWrite(
            String type, @Nullable String disposition, @Nullable String description, long count) {
        CallCountRow row = new CallCountRow();
        row.windowStart = millis(START);
        row.windowEnd = millis(END);
        row.originalCrimeTypeName = type;
        row.disposition = disposition;
        row.description = description;
        row.count = count;
        WriteCallCount schema = new WriteCallCount("counts");
        schema.open(null, null);

        ProducerRecord<byte[], byte[]> record = schema.serialize(row, null, 17L);

        assertThat(record.value())
                .isEqualTo(new WireFormat<CallCount>(CallCount.SCHEMA$)
                        .encode(new CallCount(START, END, type, disposition, description, count)));
        assertThat(record.key())
                .isEqualTo(new WireFormat<CallCountKey>(CallCountKey.SCHEMA$)
                        .encode(new CallCountKey(START, END, type, disposition == null ? "" : disposition)));
        assertThat(record.timestamp()).as("left to the broker").isNull();
        assertThat(record.topic()).isEqualTo("counts");
    }

    private static long millis(LocalDateTime wallClock) {
        return wallClock.toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
