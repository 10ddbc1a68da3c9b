package io.github.sfcrime.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.sfcrime.local.process.Processes;
import io.github.sfcrime.local.process.StackDirectory;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("full")
class PostgresTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsCommittedIsThereAfterItWasKilled() throws Exception {
        StackDirectory directory = StackDirectory.create(folder.resolve("stack"));
        Processes processes = new Processes(directory);
        try {
            String url = new Postgres(programs(), directory, processes).start();
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE one AS SELECT 1");
                assertThat(processes.runningNames()).containsExactly(Postgres.NAME);

                processes.kill(Postgres.NAME);
            }
            processes.startAgain(Postgres.NAME);

            await("the server").ignoreExceptionsInstanceOf(SQLException.class).until(() -> one(url) == 1);
        } finally {
            processes.close();
        }
        assertThat(processes.running()).isEmpty();
    }

    private static int one(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM one")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Those of the tests' PostgreSQL, which unpacks them when it is first started. */
    private static Path programs() throws IOException {
        Path unpacked = Path.of("target", "postgres").toAbsolutePath();
        EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(unpacked.toFile())
                .start()
                .close();
        try (Stream<Path> versions = Files.list(unpacked)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(Files::isDirectory)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
