package io.github.sfcrime.job.unusual;

import io.github.sfcrime.job.groups.GroupCount;
import io.github.sfcrime.job.time.WindowShape;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** From counts per window and group to episodes in which they are unusually high. */
public final class Unusual {

    private Unusual() {}

    /**
     * Rows of episodes as they begin, go on and end, by one subtask.
     *
     * @param counts keyed by bucket, as those of windows are: they are judged where they are counted, without a shuffle
     */
    public static SingleOutputStreamOperator<GroupCount> among(
            SingleOutputStreamOperator<GroupCount> counts, WindowShape shape) {
        BucketOf bucketOf = new BucketOf(counts.getExecutionEnvironment().getMaxParallelism());
        SingleOutputStreamOperator<Suspect> suspects = DataStreamUtils.reinterpretAsKeyedStream(
                        counts, bucketOf, Types.INT)
                .transform("Judge counts", TypeInformation.of(Suspect.class), new JudgeCounts())
                .uid("judge-counts")
                .setParallelism(counts.getParallelism());
        return suspects.global()
                .connect(suspects.getSideOutput(JudgeCounts.CHANGES).global())
                .transform("Raise alerts", TypeInformation.of(GroupCount.class), new RaiseAlerts(shape.longest()))
                .uid("raise-alerts")
                .forceNonParallel();
    }
}
