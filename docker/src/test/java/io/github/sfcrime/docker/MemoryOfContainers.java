package io.github.sfcrime.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.sfcrime.cli.flink.FlinkRest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * How much memory the containers take while calls are loaded and counted for some minutes. It belongs to no tier: {@code
 * mvn test -pl docker -am -Dtest=MemoryOfContainers -Dsurefire.failIfNoSpecifiedTests=false} runs it.
 */
class MemoryOfContainers {

    private static final int MINUTES = Integer.getInteger("minutes", 10);
    private static final int CALLS_PER_SECOND = 10_000;
    private static final int CALLS = MINUTES * (int) Duration.ofMinutes(1).toSeconds() * CALLS_PER_SECOND;
    private static final String LOADER = "sfcrime-test_loader_1";
    private static final double BYTES_PER_MEGABYTE = 1e6;

    /** Limit, highest use, memory that is no cache of files, and processes that were killed for want of it. */
    private static final String FIGURES = """
            cd /sys/fs/cgroup
            if [ -e memory.peak ]; then
              cat memory.max memory.peak
              sed -n 's/^anon //p' memory.stat
              sed -n 's/^oom_kill //p' memory.events
            else
              cd memory
              cat memory.limit_in_bytes memory.max_usage_in_bytes
              sed -n 's/^total_rss //p' memory.stat
              sed -n 's/^oom_kill //p' memory.oom_control
            fi
            """;

    private final Map<String, Memory> highest = new TreeMap<>();

    @Test
    void noContainerReachesItsLimit() throws Exception {
        try (Engine engine = Engine.start()) {
            engine.makeImages();
            new ContainerCalls(engine).write("calls.jsonl.gz", CALLS);
            engine.compose("up", "--build", "-d");
            engine.compose("build", "loader");
            engine.compose(
                    "run",
                    "-d",
                    "--name",
                    LOADER,
                    "loader",
                    "--rate",
                    CALLS_PER_SECOND + "/s",
                    "-t",
                    "crime_data",
                    "-b",
                    "kafka:9092",
                    "calls.jsonl.gz");
            await("all calls are loaded")
                    .atMost(Duration.ofMinutes(2L * MINUTES + 5))
                    .pollInterval(Duration.ofSeconds(5))
                    .until(() -> !look(engine).contains(LOADER));
            assertThat(engine.docker("logs", LOADER)).contains(String.format(Locale.ROOT, "sent %,d", CALLS));
            FlinkRest flink = new FlinkRest(URI.create("http://localhost:" + engine.port("FLINK_PORT")));
            String job = flink.get("/jobs/overview").at("/jobs/0/jid").asText();
            await("all calls are counted")
                    .atMost(Duration.ofMinutes(5))
                    .until(() -> flink.metric(job, "callsIn") == CALLS);
            look(engine);
            highest.forEach((container, memory) -> System.out.println(memory.row(container)));
            assertThat(engine.docker("ps", "--all", "--quiet").lines().map(id -> restarts(engine, id)))
                    .isNotEmpty()
                    .allMatch(restarts -> restarts.endsWith(" restarts: 0, killed: false"));
            assertThat(highest.values()).hasSizeGreaterThan(4).allMatch(memory -> memory.killed() == 0);
            engine.compose("--profile", "load", "down", "-v");
        }
    }

    /** Looks at every container, and returns the names of those that run. */
    private List<String> look(Engine engine) throws Exception {
        List<String> names =
                engine.docker("ps", "--format", "{{.Names}}").lines().toList();
        for (String name : names) {
            Program figures = engine.inside(name, FIGURES);
            if (figures.exitCode() == 0) {
                highest.merge(name, Memory.of(figures.output()), Memory::highest);
            }
        }
        return names;
    }

    private static String restarts(Engine engine, String id) {
        try {
            return engine.docker(
                            "inspect",
                            "--format",
                            "{{.Name}} restarts: {{.RestartCount}}, killed: {{.State.OOMKilled}}",
                            id)
                    .strip();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** What a container's control group says, in bytes. */
    private record Memory(long limit, long peak, long used, long killed) {

        static Memory of(String figures) {
            List<Long> numbers = figures.lines().map(Long::valueOf).toList();
            return new Memory(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
        }

        Memory highest(Memory other) {
            return new Memory(
                    limit, Math.max(peak, other.peak), Math.max(used, other.used), Math.max(killed, other.killed));
        }

        /** A row of the page's table. */
        String row(String container) {
            return String.format(
                    Locale.ROOT,
                    "| `%s` | %,.0f MB | %,.0f MB | %,.0f MB | %d |",
                    container,
                    limit / BYTES_PER_MEGABYTE,
                    peak / BYTES_PER_MEGABYTE,
                    used / BYTES_PER_MEGABYTE,
                    killed);
        }
    }
}
