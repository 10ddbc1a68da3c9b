package io.github.sfcrime.console.progress;

import io.github.sfcrime.cli.KafkaOptions;
import io.github.sfcrime.cli.Sfcrime;
import io.github.sfcrime.cli.flink.FlinkOptions;
import io.github.sfcrime.cli.flink.FlinkRest;
import io.github.sfcrime.cli.flink.JobGoneException;
import io.github.sfcrime.cli.output.OutputFormat;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Reports on a running job, once per interval. */
@Command(
        name = "progress",
        header = "Reports on a running job, once per interval.",
        description = {
            "Prints the records read, lag, watermark, state, checkpoints and back pressure of the job, from"
                    + " Flink's REST interface and Kafka's offsets, until the job ends. Fields have the names of Spark's"
                    + " StreamingQueryProgress where that has the same.",
            "Rates are differences of counters. Flink refreshes its metrics every 10 s; for shorter intervals set"
                    + " metrics.fetcher.update-interval, in milliseconds, in the cluster's configuration (sfcrime up"
                    + " does). Transaction markers take offsets too, so that a lag may stay at a few."
        },
        footer = {"", "Example: sfcrime progress --interval PT10S --format table"},
        sortOptions = false)
public final class ShowProgress implements Callable<Integer> {

    @ParentCommand
    private Sfcrime sfcrime;

    @Spec
    private CommandSpec spec;

    @Mixin
    private FlinkOptions flink;

    @Mixin
    private KafkaOptions kafka;

    @Option(names = "--job", paramLabel = "ID", description = "The job (default: the only one that runs).")
    private @Nullable String job;

    @Option(
            names = "--group-id",
            defaultValue = "sfcrime",
            description = "The job's consumer group, for partitions that it has not read from yet (default:"
                    + " ${DEFAULT-VALUE}).")
    private String group;

    @Option(
            names = "--interval",
            defaultValue = "5s",
            description = "Time between reports, such as 5s (default: ${DEFAULT-VALUE}).")
    private Duration interval;

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "Stop after that many reports (default: when the job ends).")
    private int count = Integer.MAX_VALUE;

    @Option(names = "--format", description = "One of: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OutputFormat format = OutputFormat.json;

    /** For picocli, which sets the options. */
    public ShowProgress() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (interval.isNegative() || interval.isZero()) {
            throw new ParameterException(spec.commandLine(), "--interval must be positive: " + interval);
        }
        if (count < 1) {
            throw new ParameterException(spec.commandLine(), "--count must be positive: " + count);
        }
        FlinkRest rest = flink.rest();
        RunningJob found = find(rest);
        RefreshInterval.warnIfLonger(rest, interval, spec.commandLine().getErr());
        try (KafkaOffsets offsets = new KafkaOffsets(kafka.settings(), group)) {
            report(new JobProgress(rest, offsets, found));
        } catch (JobGoneException e) {
            spec.commandLine().getErr().println("sfcrime progress: " + e.getMessage());
        }
        return 0;
    }

    private RunningJob find(FlinkRest rest) throws IOException {
        try {
            return RunningJob.find(rest, job);
        } catch (SeveralJobsException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private void report(JobProgress progress) throws IOException, InterruptedException {
        ProgressWriter writer = ProgressWriter.of(format, sfcrime.out());
        progress.begin();
        for (int reported = 0; reported < count; reported++) {
            Thread.sleep(interval.toMillis());
            writer.write(progress.next());
        }
    }
}
