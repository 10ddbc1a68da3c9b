package io.github.sfcrime.job;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Flink settings that the job requires, and its defaults for settings that the user's configuration does not have. */
final class FlinkDefaults {

    private static final int MAX_PARALLELISM = 128;
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(10);

    /**
     * Partial counts cross the shuffle with the watermarks. At Flink's default of 200 ms a replay's partial counts
     * exceed the network buffers, so that sources and windows take turns instead of running in parallel.
     */
    private static final Duration WATERMARK_INTERVAL = Duration.ofMillis(50);

    private FlinkDefaults() {}

    static void apply(StreamExecutionEnvironment environment) {
        Configuration required = new Configuration();
        required.set(PipelineOptions.OBJECT_REUSE, true);
        required.set(PipelineOptions.GENERIC_TYPES, false);
        required.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        // Partial counts must not overtake a barrier: restored as in-flight data, they would be counted twice.
        required.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
        // The last results of a bounded run are committed by the final checkpoint.
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

    /** For low latency: records cross the shuffle without delay. */
    static void applyLowLatency(StreamExecutionEnvironment environment) {
        if (isSilent(environment, ExecutionOptions.BUFFER_TIMEOUT)) {
            environment.setBufferTimeout(0);
        }
    }

    private static boolean isSilent(StreamExecutionEnvironment environment, ConfigOption<?> option) {
        return environment.getConfiguration().getOptional(option).isEmpty();
    }
}
