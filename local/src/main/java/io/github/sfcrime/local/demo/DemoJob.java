package io.github.sfcrime.local.demo;

import io.github.sfcrime.cli.flink.FlinkRest;
import io.github.sfcrime.local.process.StackFailure;
import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.ClientRun;
import io.github.sfcrime.local.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The demo's job on its cluster. */
final class DemoJob {

    private final FlinkRest rest;
    private final String id;

    private DemoJob(FlinkRest rest, String id) {
        this.rest = rest;
        this.id = id;
    }

    /**
     * Submits it, as a user would.
     *
     * @throws JobRefusedException if the job rejects its settings
     */
    static DemoJob submit(Stack stack, DemoSettings settings, String topic, boolean bounded)
            throws InterruptedException, JobRefusedException {
        ClientRun run = stack.flink(arguments(stack, settings, topic, bounded));
        if (run.exitCode() != 0 || run.jobId().isEmpty()) {
            throw refusal(run);
        }
        return new DemoJob(stack.rest(), run.jobId().get());
    }

    private static List<String> arguments(Stack stack, DemoSettings settings, String topic, boolean bounded) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--detached",
                "--parallelism",
                Integer.toString(settings.parallelism()),
                "-Dexecution.checkpointing.interval=2s",
                Checkout.find().jobJar().toString(),
                "--bootstrap-servers",
                stack.bootstrapServers(),
                "--topic",
                topic,
                "--query",
                settings.query().queryName(),
                "--window",
                settings.window().toString(),
                "--bounded",
                Boolean.toString(bounded)));
        if (settings.input().isEmpty()) {
            // Synthetic calls may be dated after today.
            arguments.addAll(List.of("--future-bound", "none"));
        }
        if (settings.query().needsUpdates()) {
            arguments.addAll(List.of("--updates", "P3D"));
        }
        if (bounded) {
            // Only the last rows of groups are shown: changes in between need not be written.
            arguments.addAll(List.of("--emit-interval", "P1D"));
        }
        return arguments;
    }

    private static JobRefusedException refusal(ClientRun run) {
        List<String> lines =
                run.output().stream().filter(line -> !line.isBlank()).toList();
        if (lines.stream().anyMatch(line -> line.startsWith("\tat "))) {
            throw new StackFailure("cannot submit the job: "
                    + lines.stream()
                            .filter(line -> line.contains("Exception"))
                            .reduce("no reason was given", (earlier, later) -> later)
                            .strip());
        }
        return new JobRefusedException("the job rejects its settings: " + String.join(" ", lines));
    }

    /** Whether it has read all its input. */
    boolean isFinished() {
        String state = rest.jobState(id);
        if (state.equals("FAILED") || state.equals("CANCELED")) {
            throw new StackFailure("the job has " + state.toLowerCase(Locale.ROOT) + ": " + rest.jobFailure(id));
        }
        return state.equals("FINISHED");
    }

    /** The outcomes of its records so far, while it runs. */
    JobOutcomes outcomesNow() {
        return JobOutcomes.of(name -> rest.metric(id, name));
    }

    /** The outcomes of its records, once it has finished. */
    JobOutcomes outcomesAtEnd() {
        return JobOutcomes.of(name -> rest.accumulator(id, name));
    }
}
