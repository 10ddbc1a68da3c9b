package io.github.sfcrime.loader.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.loader.generate.CallGenerator;
import io.github.sfcrime.schemas.CallForService;
import io.github.sfcrime.schemas.ConfluentFormat;
import io.github.sfcrime.schemas.WireFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written by hand is what Avro's own writer writes, byte for byte. */
final class CallEncoderTest {

    private static final Schema SCHEMA = CallForService.getClassSchema();

    private final WireFormat<CallForService> avro = new WireFormat<>(SCHEMA);
    private final CallEncoder ours = new CallEncoder(WireFormat.header(SCHEMA));
    private final CallEncoder confluent = new CallEncoder(ConfluentFormat.header(7));

    @ParameterizedTest
    @MethodSource
    void aCallIsEncodedAsAvroDoes(CallForService call) {
        assertThat(ours.encode(call)).isEqualTo(avro.encode(call));
        assertThat(confluent.encode(call)).isEqualTo(ConfluentFormat.frame(7, avro.encode(call)));
    }

    static Stream<CallForService> aCallIsEncodedAsAvroDoes() {
        CallGenerator made = new CallGenerator(5, LocalDateTime.of(2018, 10, 2, 0, 0), 92);
        return Stream.concat(
                Stream.of(
                        required(1, "", LocalDateTime.of(1970, 1, 1, 0, 0)),
                        required(Long.MAX_VALUE, "x".repeat(100_000), LocalDateTime.of(9999, 12, 31, 23, 59, 59)),
                        required(
                                64,
                                "Caf\u00e9 \u4e16 \ud83d\ude93 \ud800",
                                LocalDateTime.of(1, 1, 1, 0, 0, 0, 1_000_000)),
                        required(63, "a\u0080", LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_999_999)),
                        full()),
                Stream.generate(made::next).limit(1_000));
    }

    private static CallForService required(long number, String type, LocalDateTime time) {
        CallForService call = new CallForService();
        call.setCrimeId(number);
        call.setOriginalCrimeTypeName(type);
        call.setCallDateTime(time);
        return call;
    }

    private static CallForService full() {
        LocalDateTime time = LocalDateTime.of(2024, 2, 29, 13, 14, 15, 16_000_000);
        return new CallForService(
                1L,
                "Fight",
                LocalDate.of(1900, 1, 1),
                LocalDate.of(2024, 2, 29),
                LocalDate.of(1970, 1, 1),
                LocalTime.of(23, 59, 59, 999_999_999),
                time,
                "HAN",
                "A St",
                "City",
                "CA",
                -1L,
                "Intersection",
                "Pier",
                time.plusMinutes(1),
                time.plusMinutes(2),
                time.plusMinutes(3),
                time.plusMinutes(4),
                time.plusMinutes(5),
                "Mission",
                "MISSION",
                "C",
                time.plusMinutes(6),
                -122.4194,
                37.7749);
    }
}
