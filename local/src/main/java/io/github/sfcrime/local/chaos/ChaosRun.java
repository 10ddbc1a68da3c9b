package io.github.sfcrime.local.chaos;

import io.github.sfcrime.local.chaos.fault.FaultKind;
import io.github.sfcrime.local.chaos.fault.Outcome;
import io.github.sfcrime.local.chaos.fault.PlannedFault;
import io.github.sfcrime.local.chaos.fault.Schedule;
import io.github.sfcrime.local.chaos.injection.Injection;
import io.github.sfcrime.local.chaos.pipeline.ChaosFailure;
import io.github.sfcrime.local.chaos.pipeline.JobEndedException;
import io.github.sfcrime.local.chaos.pipeline.Pipeline;
import io.github.sfcrime.local.chaos.pipeline.PipelineSettings;
import io.github.sfcrime.local.stack.BrokerSettings;
import io.github.sfcrime.local.stack.ClusterSettings;
import io.github.sfcrime.local.stack.Stack;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** A run of faults on a stack of its own: each happens, the pipeline catches up, and what it wrote is compared. */
final class ChaosRun {

    private final ChaosSettings settings;
    private final Evidence evidence;
    private final Consumer<String> progress;
    private final Consumer<RoundReport> rounds;

    /** @param progress what goes on, in lines */
    ChaosRun(ChaosSettings settings, Evidence evidence, Consumer<String> progress, Consumer<RoundReport> rounds) {
        this.settings = settings;
        this.evidence = evidence;
        this.progress = progress;
        this.rounds = rounds;
    }

    /** Runs until the rounds are done, the time is over, or a fault does not end as declared. */
    Report run() throws IOException, InterruptedException {
        evidence.schedule(settings);
        Report report = new Report(settings);
        try (Stack stack = Stack.in(settings.folder().resolve("stack"))) {
            progress.accept("starting a Kafka broker and a Flink cluster in " + settings.folder());
            PipelineSettings ofPipeline = settings.pipeline(settings.postgres() ? stack.startPostgres() : null);
            stack.withWatermarks().start(BrokerSettings.onFreePort().brokers(settings.brokers()), cluster());
            run(stack, ofPipeline, report);
        } finally {
            evidence.report(report);
        }
        return report;
    }

    private ClusterSettings cluster() {
        return ClusterSettings.onFreePort()
                .jobManagers(settings.faults().stream().anyMatch(FaultKind::needsStandby) ? 2 : 1)
                .taskManagers(ChaosSettings.TASK_MANAGERS)
                // State is in files of checkpoints, however little it is.
                .with("execution.checkpointing.data-inline-threshold", "0")
                // After Flink's ten seconds a TaskManager gives up that waits for the processor while all others start.
                .with("pekko.startup-timeout", "1min")
                .with("taskmanager.load-balance.mode", "SLOTS");
    }

    private void run(Stack stack, PipelineSettings ofPipeline, Report report) throws IOException, InterruptedException {
        Schedule schedule = new Schedule(settings.seed(), settings.faults());
        long begun = System.nanoTime();
        int attempt = 0;
        Pipeline pipeline = Pipeline.start(stack, ofPipeline, attempt);
        try {
            boolean asDeclared = true;
            report.usage().add(since(begun), pipeline.usage());
            for (int i = 0; i < settings.rounds() && asDeclared && !isOver(begun); i++) {
                RoundReport round = round(pipeline, schedule.next());
                report.add(round);
                rounds.accept(round);
                asDeclared = round.asDeclared();
                if (asDeclared && round.planned().kind().outcome(settings.delivery()) == Outcome.LOUD_STOP) {
                    pipeline.remove();
                    pipeline.close();
                    attempt++;
                    pipeline = Pipeline.start(stack, ofPipeline, attempt);
                }
                if (asDeclared) {
                    report.usage().add(since(begun), pipeline.usage());
                }
            }
            if (asDeclared) {
                List<String> differences = pipeline.differencesAtEnd();
                report.atEnd(pipeline.recordsIn(), pipeline.rowsOut(), differences);
            }
        } finally {
            evidence.job(pipeline);
            pipeline.close();
        }
    }

    private boolean isOver(long begun) {
        return since(begun).compareTo(settings.duration()) >= 0;
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private RoundReport round(Pipeline pipeline, PlannedFault planned) throws InterruptedException, IOException {
        Thread.sleep(planned.after().toMillis());
        long in = pipeline.recordsIn();
        long out = pipeline.rowsOut();
        String target = "";
        Outcome declared = planned.kind().outcome(settings.delivery());
        try {
            long begun = System.nanoTime();
            target = Injection.of(planned.kind()).inject(pipeline, planned);
            if (declared == Outcome.LOUD_STOP) {
                return RoundReport.stopped(planned, declared, target, pipeline.awaitEndOfJob());
            }
            pipeline.awaitCaughtUp();
            List<String> differences = pipeline.differences();
            Duration recovery = pipeline.rowsAgainAfter(begun);
            return RoundReport.caughtUp(
                    planned,
                    declared,
                    target,
                    recovery,
                    pipeline.recordsIn() - in,
                    pipeline.rowsOut() - out,
                    differences);
        } catch (JobEndedException | ChaosFailure | ExecutionException e) {
            return RoundReport.stopped(planned, declared, target, String.valueOf(e.getMessage()));
        }
    }
}
