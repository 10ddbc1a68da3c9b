package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.local.stack.BrokerSettings;
import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.ClientRun;
import io.github.sfcrime.local.stack.ClusterSettings;
import io.github.sfcrime.local.stack.Stack;
import io.github.sfcrime.schemas.RegistrySettings;
import io.github.sfcrime.schemas.SchemaRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loader, the job and {@code tail} with a real broker and a real schema registry. */
@Tag("full")
class RegistryTest {

    private static final int CALLS = 1_000;

    @TempDir
    static Path directory;

    private static Stack stack;
    private static RegistryProcess registry;
    private static Path calls;

    @BeforeAll
    static void start() throws Exception {
        registry = RegistryProcess.start(directory);
        stack = Stack.temporary();
        stack.startBroker(BrokerSettings.onFreePort());
        calls = directory.resolve("calls.jsonl");
        ProgramProcess generate =
                ProgramProcess.loader(directory, "generate", "-n", Integer.toString(CALLS), "-o", calls.toString());
        assertThat(generate.exitCode()).as(generate.errors()).isZero();
    }

    @AfterAll
    static void stop() {
        registry.close();
        stack.close();
    }

    @Test
    void callsInTheConfluentFormatReadLikeThoseInOurs() throws Exception {
        assertThat(load("plain").exitCode()).isZero();
        assertThat(load("confluent", "--schema-registry", registry.url()).exitCode())
                .isZero();

        List<String> ours = tail("plain", "--from", "earliest").output().lines().toList();
        List<String> confluent = tail("confluent", "--from", "earliest", "--schema-registry", registry.url())
                .output()
                .lines()
                .toList();

        assertThat(ours).hasSize(CALLS);
        assertThat(confluent).isEqualTo(ours);
        assertThat(registry.subjects()).contains("confluent-value").doesNotContain("plain-value");
    }

    @Test
    void withoutARegistryRecordsInTheConfluentFormatSayThatTheyNeedOne() throws Exception {
        assertThat(load("hint", "--schema-registry", registry.url()).exitCode()).isZero();

        ProgramProcess tail = tail("hint", "-n", "1");

        assertThat(tail.exitCode()).isZero();
        assertThat(tail.output().lines()).hasSize(1);
        assertThat(tail.output())
                .contains(
                        "in the Confluent wire format, with schema ",
                        "of a registry: name that with --schema-registry");
    }

    @Test
    void aSchemaThatTheSubjectDoesNotTakeIsRefusedBeforeTheFirstRecord() throws Exception {
        SchemaRegistry.at(RegistrySettings.of(registry.url()))
                .register(
                        "refused-value",
                        SchemaBuilder.record("CallForService")
                                .namespace("io.github.sfcrime.schemas")
                                .fields()
                                .requiredBytes("crime_id")
                                .endRecord());
        registry.request("PUT", "/config/refused-value", "{\"compatibility\":\"FULL\"}");

        ProgramProcess refused = load("refused", "--schema-registry", registry.url());

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.errors())
                .isEqualTo("sfcrime load: cannot register the schema of CallForService under refused-value with the"
                        + " registry at " + registry.url()
                        + ": it is not compatible with what is registered there: write"
                        + " to another topic, or change the subject's compatibility\n");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get()).doesNotContain("refused");
        }
    }

    @Test
    void theJobReadsBothFormatsFromOneTopicAndWritesTheRegistrys() throws Exception {
        assertThat(load("both").exitCode()).isZero();
        assertThat(load("both", "--schema-registry", registry.url()).exitCode()).isZero();
        stack.startCluster(ClusterSettings.onFreePort());

        ClientRun run = stack.flink(List.of(
                "run",
                Checkout.find().jobJar().toString(),
                "--bootstrap-servers",
                stack.bootstrapServers(),
                "--topic",
                "both",
                "--query",
                "types",
                "--watermark-bound",
                "P366D",
                "--bounded",
                "--schema-registry",
                registry.url()));

        String job = run.jobId().orElseThrow(() -> new AssertionError(run.output()));
        assertThat(stack.rest().accumulator(job, "callsCounted")).isEqualTo(2 * CALLS);
        List<String> rows = tail("crime_counts_by_type", "--from", "earliest", "--schema-registry", registry.url())
                .output()
                .lines()
                .toList();
        assertThat(rows).hasSize((int) stack.rest().accumulator(job, "resultsOut"));
        assertThat(rows).allMatch(row -> row.startsWith("{\"window_start\":"));
        assertThat(registry.subjects()).contains("crime_counts_by_type-key", "crime_counts_by_type-value");
    }

    private static ProgramProcess load(String topic, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("load", "-b", stack.bootstrapServers(), "-t", topic));
        arguments.addAll(List.of("--partitions", "1", calls.toString()));
        arguments.addAll(List.of(more));
        return ended(ProgramProcess.loader(directory, arguments.toArray(String[]::new)));
    }

    private static ProgramProcess tail(String topic, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("tail", topic, "-b", stack.bootstrapServers()));
        arguments.addAll(List.of(more));
        return ended(ProgramProcess.console(directory, arguments.toArray(String[]::new)));
    }

    private static ProgramProcess ended(ProgramProcess process) throws InterruptedException {
        process.exitCode();
        return process;
    }
}
