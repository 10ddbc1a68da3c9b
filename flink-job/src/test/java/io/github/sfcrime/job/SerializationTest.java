package io.github.sfcrime.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.calls.SetAsideRecord;
import io.github.sfcrime.job.windows.PartialCounts;
import io.github.sfcrime.job.windows.WindowedCount;
import io.github.sfcrime.schemas.CallCount;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SerializationTest {

    @ParameterizedTest
    @ValueSource(classes = {CallRecord.class, SetAsideRecord.class, PartialCounts.class, WindowedCount.class})
    void recordsBetweenOperatorsArePojosWithoutKryo(Class<?> record) {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(record);
    }

    @Test
    void resultRowsAreAvro() {
        assertThat(new AvroTypeInfo<>(CallCount.class).isBasicType()).isFalse();
    }
}
