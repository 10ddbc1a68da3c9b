package io.github.sfcrime.job.kafka.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.job.alerts.Alert;
import io.github.sfcrime.job.legs.LegTimes;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.results.ResultRow;
import io.github.sfcrime.schemas.CallCount;
import io.github.sfcrime.schemas.CallCountKey;
import io.github.sfcrime.schemas.CallTotal;
import io.github.sfcrime.schemas.CallTotalKey;
import io.github.sfcrime.schemas.CrimeAlert;
import io.github.sfcrime.schemas.CrimeAlertKey;
import io.github.sfcrime.schemas.DispositionCount;
import io.github.sfcrime.schemas.DispositionCountKey;
import io.github.sfcrime.schemas.PlaceCount;
import io.github.sfcrime.schemas.PlaceCountKey;
import io.github.sfcrime.schemas.ResponseTime;
import io.github.sfcrime.schemas.ResponseTimeKey;
import io.github.sfcrime.schemas.TopType;
import io.github.sfcrime.schemas.TopTypeKey;
import io.github.sfcrime.schemas.TypeCount;
import io.github.sfcrime.schemas.TypeCountKey;
import io.github.sfcrime.schemas.WireFormat;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("NullAway") // the schema looks at none of what Flink hands it beside the row
class WriteResultTest {

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
        ResultRow row = row(count);
        row.originalCrimeTypeName = type;
        row.disposition = disposition;
        row.description = description;
        String codeInKey = disposition == null ? "" : disposition;

        assertThatWritten(
                Query.COUNTS,
                row,
                new CallCountKey(START, END, type, codeInKey),
                new CallCount(START, END, type, disposition, description, count));
        assertThatWritten(
                Query.TOTALS,
                row,
                new CallTotalKey(type, codeInKey),
                new CallTotal(type, disposition, description, count));
        assertThatWritten(
                Query.DISPOSITIONS,
                row,
                new DispositionCountKey(START, END, description == null ? "" : description),
                new DispositionCount(START, END, description, count));
    }

    @Test
    void everyQueryHasItsOwnFields() {
        ResultRow row = row(3);
        row.originalCrimeTypeName = "Passing Call";
        row.rank = 2;
        row.placeKind = "address";
        row.place = "Pier 39";

        assertThatWritten(
                Query.TYPES,
                row,
                new TypeCountKey(START, END, "Passing Call"),
                new TypeCount(START, END, "Passing Call", 3L));
        assertThatWritten(
                Query.TOP_TYPES, row, new TopTypeKey(START, END, 2), new TopType(START, END, 2, "Passing Call", 3L));
        assertThatWritten(
                Query.PLACES,
                row,
                new PlaceCountKey(START, END, "address", "Pier 39"),
                new PlaceCount(START, END, "address", "Pier 39", 3L));
    }

    @Test
    void responseTimesAreWrittenWithWhatIsMissingAsNull() {
        ResultRow row = row(3);
        row.leg = "onscene";
        row.times = new LegTimes();
        row.times.calls = 4;
        assertThatWritten(
                Query.RESPONSE_TIMES,
                row,
                new ResponseTimeKey(START, END, "", "", "onscene"),
                new ResponseTime(START, END, null, null, "onscene", 4L, 3L, null, null, null, null, null));

        row.priority = "A";
        row.district = "MISSION";
        row.times.median = 466L;
        row.times.p90 = 900L;
        row.times.p99 = 0L;
        row.times.goal = 480L;
        row.times.withinGoal = 2.0 / 3;
        assertThatWritten(
                Query.RESPONSE_TIMES,
                row,
                new ResponseTimeKey(START, END, "A", "MISSION", "onscene"),
                new ResponseTime(START, END, "A", "MISSION", "onscene", 4L, 3L, 466L, 900L, 0L, 480L, 2.0 / 3));
    }

    @Test
    void anEpisodeIsWrittenUnderItsTypeDistrictAndStart() {
        LocalDateTime start = START.minusHours(1);
        ResultRow row = row(9);
        row.originalCrimeTypeName = "Passing Call";
        row.alert = new Alert();
        row.alert.episodeStart = millis(start);
        row.alert.episodeEnd = millis(END);
        row.alert.windows = 2;
        row.alert.expected = 1.5;
        row.alert.upper = 5;
        row.alert.probability = 0.00002;
        assertThatWritten(
                Query.UNUSUAL,
                row,
                new CrimeAlertKey("Passing Call", "", start),
                new CrimeAlert("Passing Call", null, start, END, false, 2L, START, END, 9L, 1.5, 0L, 5L, 0.00002));

        row.district = "MISSION";
        row.alert.ended = true;
        row.alert.lower = 1;
        assertThatWritten(
                Query.UNUSUAL,
                row,
                new CrimeAlertKey("Passing Call", "MISSION", start),
                new CrimeAlert("Passing Call", "MISSION", start, END, true, 2L, START, END, 9L, 1.5, 1L, 5L, 0.00002));
    }

    private static void assertThatWritten(Query query, ResultRow row, SpecificRecord key, SpecificRecord value) {
        WriteResult schema = new WriteResult(query, new SingleObjectFraming());
        schema.open(null, null);

        ProducerRecord<byte[], byte[]> record = schema.serialize(row, null, 17L);

        assertThat(record.value()).isEqualTo(new WireFormat<>(value.getSchema()).encode(value));
        assertThat(record.key()).isEqualTo(new WireFormat<>(key.getSchema()).encode(key));
        assertThat(record.timestamp()).as("left to the broker").isNull();
        assertThat(record.topic()).isEqualTo(query.topic().name());
    }

    private static ResultRow row(long count) {
        ResultRow row = new ResultRow();
        row.windowStart = millis(START);
        row.windowEnd = millis(END);
        row.count = count;
        return row;
    }

    private static long millis(LocalDateTime wallClock) {
        return wallClock.toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
