package io.github.sfcrime.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.sfcrime.local.process.Daemon;
import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.ClientRun;
import io.github.sfcrime.local.stack.Cluster;
import io.github.sfcrime.local.stack.Stack;
import io.github.sfcrime.schemas.Topic;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session cluster outlives its jobs, other tests' too: what it has loaded for one of them goes when the job has gone. */
@OnSharedStack
class LeftBehindTest {

    private static final String IN_SQL = "counts,types,top-types,dispositions,places,districts,response-times,totals";
    private static final String QUERIES = IN_SQL + ",unusual";

    /** What one job's classes take is several times as much. */
    private static final int MORE_OR_LESS = 4 << 10;

    /**
     * Flink's {@code CompileUtils} keeps the classes that it has generated for SQL, 300 at most, softly: a process that
     * runs short of metaspace lets them go, and so does one that lets go of all that is softly held.
     */
    static final String NOTHING_SOFTLY_HELD = "-XX:SoftRefLRUPolicyMSPerMB=0";

    /** The JDK's own archive and no other: a JVM that writes one, or has classes in it, tells another size of metaspace. */
    static final String CLASSES_IN_METASPACE = "-Xshare:auto";

    @TempDir
    Path folder;

    private Stack stack;
    private WarmClient client;
    private EmbeddedPostgres server;
    private Path postgres;

    @BeforeEach
    void start(Stack shared, WarmClient itsClient) throws Exception {
        stack = shared;
        client = itsClient;
        server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(
                        Path.of("target", "postgres").toAbsolutePath().toFile())
                .start();
        postgres = folder.resolve("postgres.properties");
        Files.writeString(
                postgres,
                "url=jdbc:postgresql://localhost:%d/postgres\nuser=postgres\npassword=unused\n"
                        .formatted(server.getPort()));
        Path calls = folder.resolve("calls.jsonl");
        stack.load(List.of("generate", "--quiet", "--stages", "-n", "50", "-o", calls.toString()));
        stack.load(List.of(
                "load", "--quiet", "-b", stack.bootstrapServers(), "-t", Topic.CRIME_DATA.name(), calls.toString()));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void theClassesOfTheJobBeforeLastAreGone() throws Exception {
        submit(1, QUERIES, IN_SQL);
        submit(1, QUERIES, IN_SQL);

        assertThat(processes()).allSatisfy(LeftBehindTest::awaitOneJobsClasses);
    }

    @Test
    @Tag("full")
    void sixSubmissionsOfEachEntryTakeNoMoreMetaspaceThanTwo() throws Exception {
        submit(2, "counts", "counts");
        assertThat(processes()).allSatisfy(LeftBehindTest::awaitOneJobsClasses);
        List<Integer> before = processes().map(LeftBehindTest::metaspace).toList();

        // What one submission leaves behind is several times what is allowed for all of them.
        submit(4, "counts", "counts");

        assertThat(processes()).allSatisfy(LeftBehindTest::awaitOneJobsClasses);
        List<Integer> after = processes().map(LeftBehindTest::metaspace).toList();
        System.out.println("KiB of metaspace in JobManager and TaskManager: " + before + ", then " + after);
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i)).isLessThan(before.get(i) + MORE_OR_LESS);
        }
    }

    /** Both entries, one after the other, so many times. */
    private void submit(int times, String queries, String inSql) {
        for (int i = 0; i < times; i++) {
            run(List.of(), queries, List.of("--sink", "kafka,postgres", "--postgres-config", postgres.toString()));
            run(List.of("-c", "io.github.sfcrime.job.sql.CountCallsSql"), inSql, List.of());
        }
    }

    private void run(List<String> entry, String queries, List<String> more) {
        List<String> arguments = new ArrayList<>(List.of("run"));
        arguments.addAll(entry);
        arguments.add(Checkout.find().jobJar().toString());
        arguments.addAll(List.of("--bootstrap-servers", stack.bootstrapServers(), "--bounded"));
        arguments.addAll(List.of("--query", queries, "--delivery", "exactly-once"));
        arguments.addAll(more);
        ClientRun run = client.run(arguments);
        assertThat(run.exitCode()).as(String.join("\n", run.output())).isZero();
    }

    private Stream<Daemon> processes() {
        return stack.processes().recorded().stream().filter(daemon -> Cluster.PROCESSES.test(daemon.name()));
    }

    /** Each job has a class loader of its own. */
    private static void awaitOneJobsClasses(Daemon daemon) {
        await(daemon.name()).atMost(Duration.ofMinutes(5)).untilAsserted(() -> {
            ask(daemon, "GC.run");
            assertThat(ask(daemon, "VM.classloader_stats").lines())
                    .filteredOn(line -> line.contains("ChildFirstClassLoader"))
                    .hasSizeLessThanOrEqualTo(1);
        });
    }

    /** In KiB. */
    private static int metaspace(Daemon daemon) {
        Matcher used = Pattern.compile("Metaspace +used (\\d+)K").matcher(ask(daemon, "GC.heap_info"));
        assertThat(used.find()).isTrue();
        return Integer.parseInt(used.group(1));
    }

    private static String ask(Daemon daemon, String question) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process process = new ProcessBuilder(jcmd.toString(), Long.toString(daemon.pid()), question)
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as(answer).isZero();
            return answer;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
