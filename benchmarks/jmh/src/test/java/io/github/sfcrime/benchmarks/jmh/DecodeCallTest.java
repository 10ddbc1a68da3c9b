package io.github.sfcrime.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.job.calls.Call;
import io.github.sfcrime.schemas.CallForService;
import java.time.ZoneOffset;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

@Tag("full")
class DecodeCallTest {

    @Test
    void everyMeasurementRunsOnceSmall() throws Exception {
        var options = new OptionsBuilder()
                .include(DecodeCall.class.getName())
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(10))
                .shouldFailOnError(true)
                .build();

        assertThat(new Runner(options).run())
                .extracting(run -> run.getPrimaryResult().getLabel())
                .containsExactly("allFieldsByAvro", "neededFieldsByAvro", "neededFieldsByOurDecoder");
    }

    @Test
    void allThreeReadTheSame() throws Exception {
        Call ours = ready().neededFieldsByOurDecoder();
        GenericRecord projected = ready().neededFieldsByAvro();
        CallForService whole = ready().allFieldsByAvro();

        String expected = text(
                whole.getOriginalCrimeTypeName(),
                whole.getCallDateTime().toInstant(ZoneOffset.UTC).toEpochMilli(),
                whole.getDisposition());
        assertThat(text(ours.originalCrimeTypeName, ours.callDateTime, ours.disposition))
                .isEqualTo(expected);
        assertThat(text(projected.get(0), projected.get(1), projected.get(2))).isEqualTo(expected);
    }

    private static String text(Object type, Object time, @Nullable Object disposition) {
        return type + " " + time + " " + disposition;
    }

    private static DecodeCall ready() {
        DecodeCall benchmark = new DecodeCall();
        benchmark.makeCalls();
        return benchmark;
    }
}
