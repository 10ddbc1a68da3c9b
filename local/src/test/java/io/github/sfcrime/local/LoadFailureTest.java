package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sfcrime.local.stack.Broker;
import io.github.sfcrime.local.stack.BrokerSettings;
import io.github.sfcrime.local.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loads that something ends in the middle, against a broker. */
@OnSharedStack
class LoadFailureTest {

    private static final int CALLS = 60_000;
    private static final int FEW = 3_000;
    private static final Duration NO_HANG = Duration.ofMinutes(5);

    /** So little heap that the sort spills. */
    private static final List<String> SMALL = List.of("-Xmx40m");

    @TempDir
    private static Path directory;

    private static Stack shared;
    private static Path calls;

    @TempDir
    private Path sorting;

    @BeforeAll
    static void start(Stack stack) throws Exception {
        shared = stack;
        calls = directory.resolve("calls.jsonl");
        ProgramProcess generate =
                ProgramProcess.loader(directory, "generate", "-n", Integer.toString(CALLS), "-o", calls.toString());
        assertThat(generate.exitCode()).as(generate.errors()).isZero();
    }

    @Test
    void afterControlCWhatWasTakenIsSentAndToldAndNoFileIsLeft() throws Exception {
        LoadedTopic topic = new LoadedTopic(shared.bootstrapServers(), "interrupted", 3);
        ProgramProcess load = load(topic);
        load.interruptWhen(() -> topic.endOffset() >= FEW);

        assertThat(load.exitCode()).as(load.errors()).isEqualTo(130);
        assertThat(load.errors()).isEqualTo("sfcrime load: interrupted\n");
        JsonNode summary = summary(load);
        assertThat(summary.get("sent").asLong())
                .isEqualTo(topic.committedCount())
                .isBetween((long) FEW, CALLS - 1L);
        assertThat(summary.get("read").asLong()).isEqualTo(CALLS);
        assertThat(summary.get("unsent").asLong())
                .isEqualTo(CALLS - summary.get("sent").asLong());
        assertNoFileIsLeft();
    }

    @Test
    void aBrokerThatDiesIsWaitedForAWhileAndThenToldWithWhatArrived() throws Exception {
        try (Stack own = Stack.temporary()) {
            own.startBroker(BrokerSettings.onFreePort());
            LoadedTopic topic = new LoadedTopic(own.bootstrapServers(), "orphaned", 3);
            ProgramProcess load = load(topic);
            load.awaitCondition(() -> topic.endOffset() >= FEW);
            own.processes().kill(Broker.NAME);

            assertThat(load.exitCode(NO_HANG)).as(load.errors()).isEqualTo(1);
            long sent = summary(load).get("sent").asLong();
            assertThat(sent).isBetween((long) FEW / 2, CALLS - 1L);
            assertThat(load.errors().lines()).hasSize(1);
            assertThat(load.errors())
                    .startsWith("sfcrime load: cannot send to topic orphaned: ")
                    .endsWith("; " + sent + " calls were acknowledged before\n");
            assertNoFileIsLeft();
        }
    }

    @Test
    void anInterruptWhileASendWaitsForRoomTellsOfEveryCallThatArrived() throws Exception {
        LoadedTopic topic = new LoadedTopic(shared.bootstrapServers(), "waiting", 3);
        ProgramProcess load = load(
                topic,
                "-X",
                "buffer.memory=65536",
                "-X",
                "batch.size=16384",
                "-X",
                "delivery.timeout.ms=600000",
                "-X",
                "max.block.ms=600000");
        load.awaitCondition(() -> topic.endOffset() >= FEW);
        try (PausedBroker paused = PausedBroker.of(shared)) {
            load.awaitCallOf("BufferPool.allocate");
            load.interruptWhen(() -> true);
            load.awaitCallOf("PlainDelivery.flush");
        }

        assertThat(load.exitCode()).as(load.errors()).isEqualTo(130);
        assertThat(load.errors()).isEqualTo("sfcrime load: interrupted\n");
        assertThat(summary(load).get("sent").asLong()).isEqualTo(topic.committedCount());
    }

    private ProgramProcess load(LoadedTopic topic, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "load",
                "-b",
                topic.bootstrapServers(),
                "-t",
                topic.name(),
                "--partitions",
                Integer.toString(topic.partitions()),
                "--rate",
                "3000/s",
                "--sort-directory",
                sorting.toString(),
                "--quiet",
                "--summary",
                "json",
                calls.toString()));
        arguments.addAll(List.of(more));
        return ProgramProcess.loader(directory, SMALL, arguments.toArray(String[]::new));
    }

    private static JsonNode summary(ProgramProcess load) throws IOException {
        return new ObjectMapper().readTree(load.output());
    }

    private void assertNoFileIsLeft() throws IOException {
        try (Stream<Path> files = Files.list(sorting)) {
            assertThat(files).isEmpty();
        }
    }
}
