package io.github.sfcrime.job.kafka.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sfcrime.job.calls.Call;
import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.calls.NeededFields;
import io.github.sfcrime.job.calls.Problem;
import io.github.sfcrime.schemas.CallForService;
import io.github.sfcrime.schemas.RegistrySettings;
import io.github.sfcrime.schemas.SchemaRegistry;
import io.github.sfcrime.schemas.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadCallsTest {

    @ParameterizedTest
    @CsvSource({"LOG_APPEND_TIME, true", "CREATE_TIME, false", "NO_TIMESTAMP_TYPE, false"})
    void theFutureIsJudgedByWhatTheBrokerSaysAndByNothingElse(TimestampType type, boolean judged) throws Exception {
        ReadCalls reader = new ReadCalls(new CallReading(new NeededFields(false, false), Duration.ofHours(1)), null);

        CallBatch batch = reader.read(batchOf(record(type)));

        assertThat(batch.problems[0] != null && batch.problems[0].kind == Problem.Kind.FROM_FUTURE)
                .isEqualTo(judged);
    }

    @Test
    void aRecordWithoutAValueCannotBeCounted() throws Exception {
        ReadCalls reader = new ReadCalls(new CallReading(new NeededFields(true, true), null), null);

        CallRecord call = reader.read(batchOf(new ConsumerRecord<>("crime_data", 1, 17, new byte[] {1}, null)))
                .call(0);

        assertThat(call.problem).isNotNull().extracting(problem -> problem.text).isEqualTo("record has no value");
        assertThat(call.callDateTime).isEqualTo(Call.NO_EVENT_TIME);
        assertThat(call.source.offset).isEqualTo(17);
        assertThat(call.source.key).containsExactly(1);
        assertThat(call.source.value).isNull();
    }

    @Test
    void aCallKeepsItsValueWholeButNotTheBufferThatItLayIn() throws Exception {
        ReadCalls reader = new ReadCalls(new CallReading(new NeededFields(false, false), null), null);
        byte[] value = value();
        byte[] fetched = new byte[100_000];
        System.arraycopy(value, 0, fetched, 50_000, value.length);
        ByteBuffer slice = ByteBuffer.wrap(fetched, 50_000, value.length).slice();

        CallBatch batch = reader.read(batchOf(new ConsumerRecord<>("crime_data", 1, 17, new byte[0], slice)));

        assertThat(batch.problems[0]).isNull();
        assertThat(batch.source(0).value).isEqualTo(value);
        assertThat(batch.values[0]).hasSize(value.length);
    }

    @Test
    void aRegistryThatDoesNotAnswerIsToldWithTheRecordThatAskedForIt() {
        SchemaRegistry away = SchemaRegistry.at(RegistrySettings.of("http://localhost:1"));
        ReadCalls reader = new ReadCalls(new CallReading(new NeededFields(false, false), null), away);
        ByteBuffer confluent = ByteBuffer.wrap(new byte[] {0, 0, 0, 0, 1, 2});

        assertThatThrownBy(
                        () -> reader.read(batchOf(new ConsumerRecord<>("crime_data", 1, 17, new byte[0], confluent))))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot read topic crime_data, partition 1, offset 17: ");
    }

    private static RecordBatch batchOf(ConsumerRecord<byte[], ByteBuffer> record) {
        return new RecordBatch.Builder(record, 1).build();
    }

    /** A call of 2099 in a record of 2018. */
    private static ConsumerRecord<byte[], ByteBuffer> record(TimestampType type) throws IOException {
        byte[] value = value();
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
                ByteBuffer.wrap(value),
                new RecordHeaders(),
                Optional.empty());
    }

    private static byte[] value() {
        CallForService call = new CallForService();
        call.setCrimeId(1);
        call.setOriginalCrimeTypeName("Passing Call");
        call.setCallDateTime(LocalDateTime.parse("2099-10-02T09:00"));
        return new WireFormat<CallForService>(CallForService.SCHEMA$).encode(call);
    }
}
