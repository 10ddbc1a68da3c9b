package io.github.sfcrime.benchmarks.contender;

import io.github.sfcrime.benchmarks.workload.Query;
import io.github.sfcrime.benchmarks.workload.Windows;
import io.github.sfcrime.benchmarks.workload.Workload;
import io.github.sfcrime.benchmarks.workload.WorkloadTopic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a contender has to do in one run.
 *
 * @param id tells this run from all others on the broker, fit for a topic's name
 * @param bootstrapServers where the broker is
 * @param topic the calls to count
 * @param closingTopic where calls will come that close the last windows, for who has no end of input
 * @param records how many calls there are
 * @param watermarkBound how far watermarks trail
 * @param unevenness how far readers may be apart in event time, for who orders nothing across partitions
 * @param parallelism threads or slots, in the contender's own sense
 * @param query what calls are counted by
 * @param windows which windows they are counted in, where the query has any
 * @param emitInterval how often a total is written at most
 * @param flinkOptions options of {@code flink run}, for who is a Flink job
 * @param directory a folder for what it has to write to disk
 */
public record Task(
        String id,
        String bootstrapServers,
        String topic,
        String closingTopic,
        long records,
        Duration watermarkBound,
        Duration unevenness,
        int parallelism,
        Query query,
        Windows windows,
        Duration emitInterval,
        List<String> flinkOptions,
        Path directory) {

    private static final long UNEVEN_RECORDS = 400_000;

    public static Task of(
            WorkloadTopic input,
            String id,
            String bootstrapServers,
            int parallelism,
            List<String> flinkOptions,
            Path directory) {
        Workload workload = input.workload();
        long seconds = (long) (unevenRecords(workload, parallelism) / workload.callsPerHour() * 3600);
        return new Task(
                id,
                bootstrapServers,
                input.name(),
                id + "-closing",
                workload.records(),
                workload.watermarkBound(),
                Duration.ofSeconds(seconds),
                parallelism,
                workload.query(),
                workload.windows(),
                workload.emitInterval(),
                flinkOptions,
                directory);
    }

    /** Nothing holds one reader's threads together: one may start, or be held up, while another reads on. */
    private static long unevenRecords(Workload workload, int parallelism) {
        return parallelism == 1 ? UNEVEN_RECORDS : Math.max(UNEVEN_RECORDS, workload.records() / 2);
    }
}
