package io.github.sfcrime.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.CallDecoder;
import io.github.sfcrime.job.calls.NeededFields;
import io.github.sfcrime.job.calls.Problem;
import io.github.sfcrime.schemas.CallForService;
import io.github.sfcrime.schemas.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadCallsTest {

    @ParameterizedTest
    @CsvSource({"LOG_APPEND_TIME, true", "CREATE_TIME, false", "NO_TIMESTAMP_TYPE, false"})
    void theFutureIsJudgedByWhatTheBrokerSaysAndByNothingElse(TimestampType type, boolean judged) throws Exception {
        ReadCalls reader = new ReadCalls(new CallReading(new NeededFields(false, false), Duration.ofHours(1)), null);

        CallBatch batch = reader.read(List.of(record(type)));

        assertThat(batch.problems[0] != null && batch.problems[0].kind == Problem.Kind.FROM_FUTURE)
                .isEqualTo(judged);
    }

    /** A call of 2099 in a record of 2018. */
    private static ConsumerRecord<byte[], CallValue> record(TimestampType type) throws IOException {
        CallForService call = new CallForService();
        call.setCrimeId(1);
        call.setOriginalCrimeTypeName("Passing Call");
        call.setCallDateTime(LocalDateTime.parse("2099-10-02T09:00"));
        byte[] value = new WireFormat<CallForService>(CallForService.SCHEMA$).encode(call);
        long timestamp = Instant.parse("2018-10-02T16:00:00Z").toEpochMilli();
        return new ConsumerRecord<>(
                "crime_data",
                0,
                0,
                timestamp,
                type,
                0,
                value.length,
                new byte[0],
                new CallValue(new CallDecoder().decode(value), ByteBuffer.wrap(value)),
                new RecordHeaders(),
                Optional.empty());
    }
}
