package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.sfcrime.local.stack.BrokerSettings;
import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.ClientRun;
import io.github.sfcrime.local.stack.ClusterSettings;
import io.github.sfcrime.local.stack.Stack;
import io.github.sfcrime.schemas.Topic;
import io.github.sfcrime.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a savepoint wants to commit is committed, or ends the job. A savepoint without stop commits nothing, and the job's
 * next checkpoint, which would, is far away: the job that is cancelled then leaves a transaction behind.
 */
class LostTransactionsTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final Pattern SAVEPOINT = Pattern.compile("Savepoint completed\\. Path: (\\S+)");
    private static final List<PlainCount.Call> CALLS = MadeUpCalls.of(1_000).calls();
    /** Closes all windows of the calls. */
    private static final LocalDateTime END = LocalDateTime.of(2018, 12, 1, 0, 0);

    private static final String GROUP = "lost";
    private static final String IDS = GROUP + "-" + Topic.CRIME_COUNTS.name() + "-0-";
    private static final String GO_ON = ". To go on without that, say --fail-on-data-loss false";

    @TempDir
    private static Path savepoints;

    private static Stack stack;
    private static Admin admin;

    @BeforeAll
    static void start() throws InterruptedException {
        stack = Stack.temporary();
        stack.start(
                BrokerSettings.onFreePort()
                        .with("transactional.id.expiration.ms", "3000")
                        .with("transaction.remove.expired.transaction.cleanup.interval.ms", "500"),
                ClusterSettings.onFreePort());
        admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()));
    }

    @AfterAll
    static void end() {
        admin.close();
        stack.close();
    }

    @BeforeEach
    void beginAgain() throws Exception {
        SharedStack.deleteTopics(stack);
        Topics.createIfMissing(admin, Topic.CRIME_DATA, 1);
    }

    @Test
    void aTransactionThatIsStillOpenIsCommittedByTheNextJob() throws Exception {
        String savepoint = savepointThenCancel();
        assertThat(open()).hasSize(1);

        CountingJob job = submit("-s", savepoint);

        List<String> expected = PlainCount.rows(CALLS);
        assertThat(job.rowsOnceThereAre(expected.size(), Function.identity())).isEqualTo(expected);
        stack.flink(List.of("cancel", job.id()));
    }

    @Test
    void aTransactionWhoseIdWasTakenMeanwhileEndsTheJob() throws Exception {
        String savepoint = savepointThenCancel();
        String id = open().get(0);
        try (KafkaProducer<byte[], byte[]> another = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.bootstrapServers(), "transactional.id", id),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            another.initTransactions();
            another.beginTransaction();
            another.send(new ProducerRecord<>(Topic.CRIME_COUNTS.name(), new byte[] {1}))
                    .get();

            assertThat(lastLine(run("-s", savepoint)))
                    .isEqualTo(cannotTell(id) + "another transaction has used its id since" + GO_ON);
        }
        assertThat(run("-s", savepoint, "--fail-on-data-loss", "false").exitCode())
                .isZero();
    }

    @Test
    void aTransactionWhoseIdTheBrokerHasForgottenEndsTheJob() throws Exception {
        CountingJob job = counted();
        ClientRun stopped = stack.flink(List.of("stop", "--savepointPath", savepoints.toString(), job.id()));
        String savepoint = pathIn(stopped);
        await("the broker forgets")
                .atMost(TIMEOUT)
                .until(() -> admin.listTransactions().all().get().stream()
                        .noneMatch(transaction -> transaction.transactionalId().startsWith(IDS)));

        String line = lastLine(run("-s", savepoint));
        Matcher id = Pattern.compile(IDS + "\\d+").matcher(line);
        assertThat(id.find()).as(line).isTrue();
        assertThat(line)
                .isEqualTo(cannotTell(id.group()) + "the broker has forgotten its id, which was unused for"
                        + " transactional.id.expiration.ms" + GO_ON);
        assertThat(run("-s", savepoint, "--fail-on-data-loss", "false").exitCode())
                .isZero();
    }

    private static String savepointThenCancel() throws Exception {
        CountingJob job = counted();
        String savepoint = pathIn(stack.flink(List.of("savepoint", job.id(), savepoints.toString())));
        stack.flink(List.of("cancel", job.id()));
        return savepoint;
    }

    private static CountingJob counted() throws Exception {
        CountingJob job = submit();
        job.send(CALLS);
        job.sendTo(0, CountingJob.bytes(new PlainCount.Call(END, "End", "")));
        job.awaitCounted(CALLS.size() + 1);
        return job;
    }

    private static CountingJob submit(String... options) throws InterruptedException {
        List<String> client = new ArrayList<>(List.of(options));
        client.add("-Dexecution.checkpointing.interval=5min");
        return CountingJob.submit(stack, client, settings());
    }

    private static List<String> settings() {
        return List.of("--group-id", GROUP, "--delivery", "exactly-once", "--watermark-bound", "P7D");
    }

    /** Runs it to the end of what is there, with options of the job after those of the savepoint. */
    private static ClientRun run(String option, String savepoint, String... more) throws InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("run", option, savepoint));
        arguments.addAll(List.of(Checkout.find().jobJar().toString(), "--bootstrap-servers", stack.bootstrapServers()));
        arguments.addAll(settings());
        arguments.add("--bounded");
        arguments.addAll(List.of(more));
        return stack.flink(arguments);
    }

    private static String pathIn(ClientRun run) {
        return run.output().stream()
                .map(SAVEPOINT::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError(run.output()));
    }

    /** The ids of transactions with rows that are neither committed nor aborted. */
    private static List<String> open() throws Exception {
        return admin
                .listTransactions(new ListTransactionsOptions().filterStates(List.of(TransactionState.ONGOING)))
                .all()
                .get()
                .stream()
                .map(TransactionListing::transactionalId)
                .filter(id -> id.startsWith(IDS))
                .toList();
    }

    private static String cannotTell(String id) {
        return "cannot tell whether the rows of topic crime_counts, checkpoint " + id.substring(IDS.length())
                + ", transaction " + id + " were committed: ";
    }

    private static String lastLine(ClientRun run) {
        List<String> said =
                run.output().stream().filter(line -> !line.isBlank()).toList();
        return said.get(said.size() - 1);
    }
}
