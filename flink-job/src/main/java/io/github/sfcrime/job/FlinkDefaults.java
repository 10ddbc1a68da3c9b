package io.github.sfcrime.job;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** What the job asks of Flink: what it is written for, and defaults where the user's configuration is silent. */
final class FlinkDefaults {

    private static final int MAX_PARALLELISM = 128;
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(10);

    /**
     * What was counted crosses the shuffle with the watermarks. At Flink's 200 milliseconds a replay's counts are more than
     * the buffers between the tasks hold, so that reading and windows take turns instead of going on side by side.
     */
    private static final Duration WATERMARK_INTERVAL = Duration.ofMillis(50);

    private FlinkDefaults() {}

    static void apply(StreamExecutionEnvironment environment) {
        Configuration required = new Configuration();
        required.set(PipelineOptions.OBJECT_REUSE, true);
        required.set(PipelineOptions.GENERIC_TYPES, false);
        required.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        // Counts behind a barrier are state: taken twice, they would be counted twice.
        required.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
        // The last results of a bounded run are committed by the checkpoint after its end.
        required.set(CheckpointingOptions.ENABLE_CHECKPOINTS_AFTER_TASKS_FINISH, true);
        environment.configure(required);
        if (isSilent(environment, PipelineOptions.AUTO_WATERMARK_INTERVAL)) {
            environment.getConfig().setAutoWatermarkInterval(WATERMARK_INTERVAL.toMillis());
        }
        if (environment.getMaxParallelism() <= 0) {
            environment.setMaxParallelism(MAX_PARALLELISM);
        }
        if (!environment.getCheckpointConfig().isCheckpointingEnabled()) {
            environment.enableCheckpointing(CHECKPOINT_INTERVAL.toMillis());
        }
    }

    /** For results that must not wait for others: records cross the shuffle as they come. */
    static void applyLowLatency(StreamExecutionEnvironment environment) {
        if (isSilent(environment, ExecutionOptions.BUFFER_TIMEOUT)) {
            environment.setBufferTimeout(0);
        }
    }

    private static boolean isSilent(StreamExecutionEnvironment environment, ConfigOption<?> option) {
        return environment.getConfiguration().getOptional(option).isEmpty();
    }
}
