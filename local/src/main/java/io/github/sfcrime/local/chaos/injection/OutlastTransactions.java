package io.github.sfcrime.local.chaos.injection;

import io.github.sfcrime.local.chaos.fault.PlannedFault;
import io.github.sfcrime.local.chaos.pipeline.Await;
import io.github.sfcrime.local.chaos.pipeline.ChaosFailure;
import io.github.sfcrime.local.chaos.pipeline.Pipeline;
import io.github.sfcrime.local.chaos.pipeline.PipelineSettings;
import io.github.sfcrime.local.process.Processes;
import io.github.sfcrime.local.stack.Delivery;
import io.github.sfcrime.local.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;

/**
 * Takes all TaskManagers away between a checkpoint and the commit of its transactions, until the broker has aborted them. For
 * that the job is started again with a timeout of seconds. At least once, where there are no transactions, it takes them away
 * for as long as the fault lasts.
 */
final class OutlastTransactions implements Injection {

    private static final long TIMEOUT_MILLIS = 10_000;
    private static final int MOST_TRIES = 60;
    /** The JobManager is stopped this much later after it has triggered a checkpoint, by try. */
    private static final long MILLIS_PER_TRY = 7;

    private static final int DELAYS = 10;
    /** In which TaskManagers finish their part of a checkpoint, and a JobManager the whole. */
    private static final long CHECKPOINT_MILLIS = 1_000;

    @Override
    public String inject(Pipeline pipeline, PlannedFault planned)
            throws ExecutionException, InterruptedException, IOException {
        if (pipeline.job().delivery() == Delivery.AT_LEAST_ONCE) {
            Processes processes = pipeline.stack().processes();
            List<String> away = Target.running(pipeline.stack(), "taskmanager");
            away.forEach(processes::kill);
            Thread.sleep(planned.lasting().toMillis());
            away.forEach(processes::startAgain);
            return "for " + planned.lasting().toSeconds() + " s";
        }
        startWithShortTimeout(pipeline);
        for (int i = 0; i < MOST_TRIES; i++) {
            List<String> open = killBeforeCommit(pipeline, i % DELAYS * MILLIS_PER_TRY);
            if (!open.isEmpty()) {
                return String.join(", ", open);
            }
        }
        throw new ChaosFailure("no checkpoint was caught before its commit in " + MOST_TRIES + " tries");
    }

    private static void startWithShortTimeout(Pipeline pipeline) throws InterruptedException, IOException {
        Path config = pipeline.stack().directory().resolve("short-transactions.properties");
        Files.writeString(config, "transaction.timeout.ms=" + TIMEOUT_MILLIS + System.lineSeparator());
        String savepoint = pipeline.job().stop();
        pipeline.job().submit(PipelineSettings.PARALLELISM, savepoint, "--kafka-config", config.toString());
    }

    /** The transactions that were caught between checkpoint and commit and then aborted; none if it was too early or late. */
    private static List<String> killBeforeCommit(Pipeline pipeline, long delay)
            throws ExecutionException, InterruptedException {
        Stack stack = pipeline.stack();
        Processes processes = stack.processes();
        Await.until("a running job", pipeline.job()::isRunning);
        String leader = LeadingJobManager.of(stack);
        CheckpointLog log = new CheckpointLog(stack.directory().resolve("logs/" + leader + ".log"));
        OptionalLong triggered = log.awaitTriggered(CHECKPOINT_MILLIS * 5);
        if (triggered.isEmpty()) {
            return List.of();
        }
        long checkpoint = triggered.getAsLong();
        Thread.sleep(delay);
        List<String> taskManagers = Target.running(stack, "taskmanager");
        boolean caught = completedWithoutTaskManagers(processes, leader, log, checkpoint, taskManagers);
        List<String> open = caught ? open(pipeline.admin(), "-" + checkpoint) : List.of();
        if (open.isEmpty()) {
            for (String name : taskManagers) {
                processes.resume(name);
            }
            return List.of();
        }
        taskManagers.forEach(processes::kill);
        Await.until(
                "the end of transactions that are open for too long",
                () -> open(pipeline.admin(), "-" + checkpoint).isEmpty());
        taskManagers.forEach(processes::startAgain);
        return open;
    }

    /** Whether the checkpoint is completed while no TaskManager runs that could commit; they are left stopped. */
    private static boolean completedWithoutTaskManagers(
            Processes processes, String leader, CheckpointLog log, long checkpoint, List<String> taskManagers)
            throws InterruptedException {
        processes.pause(leader);
        boolean early = !log.isCompleted(checkpoint);
        Thread.sleep(CHECKPOINT_MILLIS);
        for (String name : taskManagers) {
            processes.pause(name);
        }
        processes.resume(leader);
        return early && log.awaitCompleted(checkpoint, CHECKPOINT_MILLIS * 3);
    }

    private static List<String> open(Admin admin, String end) throws ExecutionException, InterruptedException {
        ListTransactionsOptions ongoing = new ListTransactionsOptions()
                .filterStates(List.of(TransactionState.ONGOING, TransactionState.PREPARE_ABORT));
        return admin.listTransactions(ongoing).all().get().stream()
                .map(TransactionListing::transactionalId)
                .filter(id -> id.endsWith(end))
                .sorted()
                .toList();
    }

    @Override
    public boolean isNamedBy(String reason) {
        return reason.contains("cannot commit topic ")
                && reason.contains(", checkpoint ")
                && reason.contains(", transaction ")
                && reason.contains("rows are lost");
    }
}
