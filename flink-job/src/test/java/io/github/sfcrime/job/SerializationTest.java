package io.github.sfcrime.job;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.calls.SetAsideRecord;
import io.github.sfcrime.job.groups.GroupCount;
import io.github.sfcrime.job.outcomes.OutcomeDelta;
import io.github.sfcrime.job.partials.PartialCounts;
import io.github.sfcrime.job.results.ResultRow;
import io.github.sfcrime.job.unusual.JudgedGroups;
import io.github.sfcrime.job.unusual.Suspect;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SerializationTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                CallBatch.class,
                CallRecord.class,
                SetAsideRecord.class,
                PartialCounts.class,
                GroupCount.class,
                ResultRow.class,
                Suspect.class,
                JudgedGroups.class,
                OutcomeDelta.class
            })
    void recordsBetweenOperatorsArePojosWithoutKryo(Class<?> record) {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(record);
    }
}
