package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.ClientRun;
import io.github.sfcrime.local.stack.Stack;
import io.github.sfcrime.schemas.Topic;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job's jar on a session cluster that has neither the connector nor the driver, and a PostgreSQL server. */
@OnSharedStack
class PostgresSinkTest {

    @TempDir
    Path folder;

    @Test
    void aSecondRunReplacesTheRowsOfTheFirst(Stack stack, WarmClient client) throws Exception {
        Path calls = folder.resolve("calls.jsonl");
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(
                                Path.of("target", "postgres").toAbsolutePath().toFile())
                        .start();
                OtherEngine engine = load(stack, calls)) {
            Path config = folder.resolve("postgres.properties");
            Files.writeString(
                    config,
                    "url=jdbc:postgresql://localhost:%d/postgres\nuser=postgres\npassword=unused\n"
                            .formatted(server.getPort()));

            run(stack, client, config);
            run(stack, client, config);

            assertThat(rows(server)).isEqualTo(engine.json());
            try (Admin admin = Admin.create(kafka(stack))) {
                assertThat(admin.listTopics().names().get())
                        .containsExactlyInAnyOrder(
                                Topic.CRIME_DATA.name(),
                                Topic.CRIME_DATA_LATE.name(),
                                Topic.CRIME_DATA_DEAD_LETTER.name());
            }
        }
    }

    private static OtherEngine load(Stack stack, Path calls) throws Exception {
        stack.load(List.of("generate", "--quiet", "-n", "3000", "-o", calls.toString()));
        stack.load(List.of(
                "load", "--quiet", "-b", stack.bootstrapServers(), "-t", Topic.CRIME_DATA.name(), calls.toString()));
        OtherEngine engine = new OtherEngine(calls);
        engine.answer("totals");
        return engine;
    }

    private static void run(Stack stack, WarmClient client, Path config) {
        ClientRun run = client.run(List.of(
                "run",
                Checkout.find().jobJar().toString(),
                "--bootstrap-servers",
                stack.bootstrapServers(),
                "--query",
                "totals",
                "--bounded",
                "--sink",
                "postgres",
                "--postgres-config",
                config.toString()));
        assertThat(run.exitCode()).as(String.join("\n", run.output())).isZero();
    }

    /** The rows of the totals, as JSON, in order. */
    static List<String> rows(EmbeddedPostgres server) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT row_to_json(crime_totals) FROM crime_totals")) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        Collections.sort(rows);
        return rows;
    }

    private static Map<String, Object> kafka(Stack stack) {
        return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, stack.bootstrapServers());
    }
}
