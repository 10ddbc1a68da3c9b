package io.github.sfcrime.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a user does with the containers, on an engine of the test's own, with stand-ins for the images of others. */
@Tag("full")
class ContainersTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A row of the page's table of images: image, user, base, and how many megabytes it adds at most. */
    private static final Pattern IMAGE_ON_THE_PAGE =
            Pattern.compile("\\| `(sfcrime/\\w+)` \\| `(\\S+)` \\| `(\\S+)` \\| (\\d+) MB \\|");

    private static final long BYTES_PER_MEGABYTE = 1_000_000;

    private static Engine engine;

    private ContainerCalls calls;

    @BeforeAll
    static void startEngine() throws Exception {
        engine = Engine.start();
        engine.makeImages();
    }

    @AfterAll
    static void stopEngine() throws Exception {
        if (engine != null) {
            engine.close();
        }
    }

    @BeforeEach
    void noCallsYet() {
        calls = new ContainerCalls(engine);
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        engine.compose("--profile", "metrics", "--profile", "registry", "--profile", "postgres", "down", "-v");
        assertThat(engine.docker("ps", "-aq")).isEmpty();
        assertThat(engine.docker("volume", "ls", "-q")).isEmpty();
    }

    @Test
    void fromAnEmptyEngineToRowsAndPastWhateverIsStartedAgain() throws Exception {
        calls.make("police-department-calls-for-service.json.gz");
        assertThat(engine.shell("cd ..\n" + RunbookCommands.toBeginWith()).output())
                .contains(ContainerCalls.LOADED);
        calls.awaitRows("from an empty engine");

        String job = runningJob();
        killFromOutside("jobmanager");
        killFromOutside("taskmanager");
        calls.load();
        calls.awaitRows("after JobManager and TaskManager were killed");
        assertThat(runningJob()).as("the same job goes on").isEqualTo(job);

        engine.shell(RunbookCommands.of("Lost region", "compose stop"));
        calls.load();
        calls.awaitRows("after every container was stopped, copied and started again");
        assertThat(runningJob()).as("the same job goes on").isEqualTo(job);

        // What came after the copy is not in it.
        engine.compose("down", "-v");
        engine.shell(RunbookCommands.of("Lost region", "-xzf"));
        calls.loadByContainer();
        calls.awaitRows("after all containers and volumes were lost, and the copy was put into new ones");
        assertThat(runningJob()).as("the same job goes on").isEqualTo(job);

        engine.change("docker/flink/submit", "# as of the new version\n");
        engine.shell(RunbookCommands.of("Savepoint and upgrade", "build"));
        calls.load();
        calls.awaitRows("after the upgrade");
        assertThat(runningJob()).as("another job").isNotEqualTo(job);
        assertThat(engine.docker("exec", "sfcrime-test_jobmanager_1", "tail", "-n", "1", "/opt/sfcrime/bin/submit"))
                .isEqualTo("# as of the new version\n");

        engine.shell(RunbookCommands.of("Rescale", "PARALLELISM"));
        calls.load();
        calls.awaitRows("with four slots on two TaskManagers");

        // Without the checkpoints what ZooKeeper knows of the job is of no use: both go, and the job begins anew.
        engine.compose("down");
        engine.docker("volume", "rm", "sfcrime-test_flink", "sfcrime-test_zookeeper");
        engine.compose("up", "-d");
        calls.load();
        calls.awaitRows("after the volume of the checkpoints was lost");
        assertThat(runningJob()).as("another job").isNotEqualTo(job);

        engine.compose("--profile", "metrics", "up", "-d", "--scale", "taskmanager=2", "prometheus", "taskmanager");
        await("Prometheus has found both TaskManagers")
                .atMost(Duration.ofMinutes(5))
                .until(() -> scraped().equals(List.of("broker", "jobmanager", "taskmanager", "taskmanager")));
    }

    @Test
    void theRegistrysFormatAndRowsInPostgres() throws Exception {
        engine.set("SCHEMA_REGISTRY_URL", "http://registry:8080/apis/ccompat/v7");
        Path password = Files.writeString(engine.folder().resolve("secrets/postgres-password"), "not-so-secret");
        Path config = Files.writeString(
                engine.folder().resolve("secrets/postgres.properties"),
                "url=jdbc:postgresql://postgres:5432/sfcrime\nuser=sfcrime\npassword=not-so-secret\n");
        for (Path file : List.of(password, config)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
        engine.compose(
                "--profile",
                "registry",
                "--profile",
                "postgres",
                "up",
                "-d",
                "taskmanager",
                "topics",
                "registry",
                "postgres");
        engine.compose(
                "run",
                "--rm",
                "-v",
                config + ":/secrets/postgres.properties:ro",
                "job",
                "--sink",
                "kafka,postgres",
                "--postgres-config",
                "/secrets/postgres.properties");
        calls.make("calls.jsonl");
        calls.loadByContainer();
        calls.awaitRows(
                "in the registry's format",
                "--schema-registry",
                "http://localhost:" + engine.port("REGISTRY_PORT") + "/apis/ccompat/v7");
        await("PostgreSQL has the same rows")
                .atMost(Duration.ofMinutes(5))
                .untilAsserted(() -> assertThat(calls.expected()).containsAllEntriesOf(postgresRows()));
        assertThat(postgresRows()).hasSameSizeAs(calls.expected());
    }

    @Test
    void imagesOfOursAreWhatThePageSays() throws Exception {
        engine.compose("build", "kafka", "jobmanager", "loader");
        List<MatchResult> rows = IMAGE_ON_THE_PAGE
                .matcher(Folder.text("docker/README.md"))
                .results()
                .toList();
        assertThat(rows.stream().map(row -> row.group(1)))
                .containsExactly("sfcrime/kafka", "sfcrime/flink", "sfcrime/loader");
        for (MatchResult row : rows) {
            String image = row.group(1);
            String base = row.group(3);
            assertThat(inspected(image, ".Config.User"))
                    .as(image)
                    .isEqualTo(row.group(2))
                    .isNotIn("", "0", "root");
            assertThat(inspected(image, "json .RootFS.Layers"))
                    .as(image)
                    .startsWith(inspected(base, "json .RootFS.Layers").replace("]", ","));
            long added = (Long.parseLong(inspected(image, ".Size")) - Long.parseLong(inspected(base, ".Size")))
                    / BYTES_PER_MEGABYTE;
            long most = Long.parseLong(row.group(4));
            assertThat(added).as("MB of " + image).isBetween(most / 2, most);
        }
    }

    @Test
    void imagesOfOursCarryNoSecret() throws Exception {
        Files.writeString(engine.folder().resolve("secrets/postgres-password"), "not-so-secret");
        engine.compose("build", "kafka", "jobmanager", "loader");
        for (String image : List.of("sfcrime/kafka", "sfcrime/flink", "sfcrime/loader")) {
            assertThat(engine.docker("history", "--no-trunc", image) + engine.docker("image", "inspect", image))
                    .as(image)
                    .doesNotContainIgnoringCase("password", "token");
        }
        String built = "sfcrime-test/build";
        engine.docker(
                "build",
                "--quiet",
                "--target",
                "build",
                "--tag",
                built,
                "--file",
                engine.folder().resolve("Dockerfile").toString(),
                engine.folder().resolve("..").toString());
        assertThat(engine.docker("run", "--rm", built, "find", "docker").lines())
                .contains("docker/flink/submit")
                .noneMatch(path -> path.startsWith("docker/secrets"));
    }

    private static String inspected(String image, String property) throws Exception {
        return engine.docker("image", "inspect", "--format", "{{" + property + "}}", image)
                .strip();
    }

    /** The id of the only job that runs. */
    private static String runningJob() throws Exception {
        URI jobs = URI.create("http://localhost:" + engine.port("FLINK_PORT") + "/jobs/overview");
        String answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(jobs).build(), BodyHandlers.ofString())
                .body();
        List<String> running = new ArrayList<>();
        JSON.readTree(answer).path("jobs").forEach(job -> {
            if (job.path("state").asText().equals("RUNNING")) {
                running.add(job.path("jid").asText());
            }
        });
        assertThat(running).as(answer).hasSize(1);
        return running.get(0);
    }

    /** Kills a container's process behind Docker's back, as the system does that runs out of memory. */
    private static void killFromOutside(String service) throws Exception {
        String process = engine.docker("inspect", "--format", "{{.State.Pid}}", "sfcrime-test_" + service + "_1")
                .strip();
        assertThat(ProcessHandle.of(Long.parseLong(process)).orElseThrow().destroyForcibly())
                .isTrue();
    }

    /** The rows of closed windows in PostgreSQL, by window, type and disposition. */
    private Map<String, Integer> postgresRows() throws Exception {
        Map<String, Integer> rows = new TreeMap<>();
        engine.docker(
                        "exec",
                        "sfcrime-test_postgres_1",
                        "psql",
                        "-U",
                        "sfcrime",
                        "-At",
                        "-F",
                        "\t",
                        "-c",
                        "select to_char(window_start, 'YYYY-MM-DD\"T\"HH24:MI'), original_crime_type_name, disposition, count"
                                + " from crime_counts")
                .lines()
                .map(line -> line.split("\t", -1))
                .forEach(row -> rows.put(row[0] + " " + row[1] + " " + row[2], Integer.valueOf(row[3])));
        rows.keySet().retainAll(calls.expected().keySet());
        return rows;
    }

    /** The processes that Prometheus has metrics of. */
    private static List<String> scraped() throws Exception {
        URI query = URI.create("http://localhost:" + engine.port("PROMETHEUS_PORT") + "/api/v1/query?query=up%3D%3D1");
        List<String> processes = new ArrayList<>();
        try {
            String answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(query).build(), BodyHandlers.ofString())
                    .body();
            JSON.readTree(answer)
                    .at("/data/result")
                    .forEach(
                            series -> processes.add(series.at("/metric/process").asText()));
        } catch (IOException notYet) {
            return List.of();
        }
        Collections.sort(processes);
        return processes;
    }
}
