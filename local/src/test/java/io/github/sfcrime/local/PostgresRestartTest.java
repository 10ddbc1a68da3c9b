package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.ClientRun;
import io.github.sfcrime.local.stack.Stack;
import io.github.sfcrime.schemas.Topic;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL server that goes while the job writes, and comes again: its rows are then those of all calls. */
@OnSharedStack
@Tag("full")
class PostgresRestartTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final int BEFORE = 1_500;
    private static final int ALL = 3_000;

    @TempDir
    Path folder;

    @Test
    void rowsAreCompleteOnceTheServerIsBack(Stack stack, WarmClient client) throws Exception {
        Path all = folder.resolve("calls.jsonl");
        stack.load(List.of("generate", "--quiet", "-n", "" + ALL, "-o", all.toString()));
        List<String> lines = Files.readAllLines(all);
        Path first = Files.write(folder.resolve("first.jsonl"), lines.subList(0, BEFORE));
        Path rest = Files.write(folder.resolve("rest.jsonl"), lines.subList(BEFORE, lines.size()));
        int port = freePort();
        Path config = Files.writeString(
                folder.resolve("postgres.properties"),
                "url=jdbc:postgresql://localhost:%d/postgres\nuser=postgres\npassword=unused\n".formatted(port));

        String job;
        load(stack, first);
        try (EmbeddedPostgres server = server(port)) {
            job = submit(stack, client, config);
            await("rows of the first calls")
                    .atMost(TIMEOUT)
                    .ignoreExceptionsInstanceOf(SQLException.class)
                    .until(() -> counted(server) == BEFORE);
        }
        load(stack, rest);
        await("the job has met a server that is away").atMost(TIMEOUT).until(() -> failures(stack, job) > 0);
        try (EmbeddedPostgres server = server(port);
                OtherEngine engine = new OtherEngine(all)) {
            engine.answer("totals");
            await("rows of all calls")
                    .atMost(TIMEOUT)
                    .ignoreExceptionsInstanceOf(SQLException.class)
                    .untilAsserted(() -> assertThat(counted(server))
                            .as(() -> "the job is " + stack.rest().jobState(job) + ", and failed last of "
                                    + stack.rest().jobFailure(job))
                            .isEqualTo(ALL));
            assertThat(PostgresSinkTest.rows(server)).isEqualTo(engine.json());
        }
        client.run(List.of("cancel", job));
    }

    private EmbeddedPostgres server(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(
                        Path.of("target", "postgres").toAbsolutePath().toFile())
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void load(Stack stack, Path calls) throws InterruptedException {
        stack.load(List.of(
                "load", "--quiet", "-b", stack.bootstrapServers(), "-t", Topic.CRIME_DATA.name(), calls.toString()));
    }

    private static String submit(Stack stack, WarmClient client, Path config) {
        ClientRun run = client.run(List.of(
                "run",
                "--detached",
                "-Dexecution.checkpointing.interval=1s",
                Checkout.find().jobJar().toString(),
                "--bootstrap-servers",
                stack.bootstrapServers(),
                "--query",
                "totals",
                "--sink",
                "postgres",
                "--postgres-config",
                config.toString()));
        return run.jobId().orElseThrow(() -> new AssertionError(run.output()));
    }

    private static int failures(Stack stack, String job) {
        return stack.rest()
                .get("/jobs/" + job + "/exceptions")
                .path("exceptionHistory")
                .path("entries")
                .size();
    }

    private static long counted(EmbeddedPostgres server) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT sum(count) FROM crime_totals")) {
            result.next();
            return result.getLong(1);
        }
    }
}
