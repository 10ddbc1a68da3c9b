package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sfcrime.local.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loads that are killed and started again, against a broker. */
@OnSharedStack
class LoadOnceTest {

    private static final int CALLS = 60_000;

    @TempDir
    static Path directory;

    private static Stack stack;
    private static Path calls;

    @BeforeAll
    static void start(Stack shared) throws Exception {
        stack = shared;
        calls = directory.resolve("calls.jsonl");
        assertThat(loader("generate", "-n", Integer.toString(CALLS), "-o", calls.toString())
                        .exitCode())
                .isZero();
    }

    @Test
    void aLoadThatIsKilledAtAnyMomentAndStartedAgainHasEachCallOnceAndInOrder() throws Exception {
        String[] load = load("killed", "--rate", "20000/s", calls.toString());
        Random random = new Random();
        for (int kill = 0; kill < 3; kill++) {
            long most = endOffset("killed") + 1 + random.nextInt(CALLS / 2);
            loader(load).killWhen(() -> endOffset("killed") >= most);
        }
        ProgramProcess last = loader(load);
        assertThat(last.exitCode()).as(last.errors()).isZero();
        System.out.println("killed three times, then " + last.errors().strip());

        Map<Integer, List<String>> byPartition = committed("killed");

        assertThat(byPartition.values().stream().flatMap(List::stream)).hasSize(CALLS);
        List<String> inOrder = numbersByTime();
        byPartition.values().forEach(numbers -> {
            Set<String> here = new HashSet<>(numbers);
            assertThat(numbers)
                    .isEqualTo(inOrder.stream().filter(here::contains).toList());
        });
        ProgramProcess again = loader(load);
        assertThat(again.exitCode()).isZero();
        assertThat(again.errors()).contains("read 60,000, sent 0, sent before 60,000, rejected 0 in");
    }

    @Test
    void changedInputsAndAPositionThatIsGoneAreRefusedUntilRestart() throws Exception {
        Path few = directory.resolve("few.jsonl");
        List<String> lines = Files.readAllLines(calls).subList(0, 10);
        Files.write(few, lines);
        assertThat(loader(load("changing", few.toString())).exitCode()).isZero();

        Files.write(few, lines.subList(0, 9));
        ProgramProcess changed = loader(load("changing", few.toString()));
        assertThat(changed.exitCode()).isEqualTo(2);
        assertThat(changed.errors())
                .isEqualTo("sfcrime load: cannot go on after call 10: the inputs have changed since; bring back what"
                        + " they were, or load all with --restart\n");

        ProgramProcess other = loader(load("changing", "--order", "file", few.toString()));
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.errors()).contains("no position of this load");

        assertThat(loader(load("changing", "--restart", few.toString())).exitCode())
                .isZero();
        assertThat(committed("changing").values().stream().mapToInt(List::size).sum())
                .isEqualTo(19);
    }

    @Test
    void anInterruptWhileASendWaitsForRoomLosesNoCall() throws Exception {
        ProgramProcess interrupted = loader(load(
                "waiting",
                "--rate",
                "20000/s",
                "-X",
                "buffer.memory=65536",
                "-X",
                "batch.size=16384",
                "-X",
                "delivery.timeout.ms=600000",
                "-X",
                "max.block.ms=600000",
                calls.toString()));
        interrupted.awaitCondition(() -> endOffset("waiting") >= 1_000);
        try (PausedBroker paused = PausedBroker.of(stack)) {
            interrupted.awaitCallOf("BufferPool.allocate");
            interrupted.interruptWhen(() -> true);
            interrupted.awaitCallOf("TransactionalDelivery.flush");
        }
        assertThat(interrupted.exitCode()).as(interrupted.errors()).isEqualTo(130);

        ProgramProcess resumed = loader(load("waiting", calls.toString()));

        assertThat(resumed.exitCode()).as(resumed.errors()).isZero();
        assertThat(committed("waiting").values().stream().mapToInt(List::size).sum())
                .isEqualTo(CALLS);
    }

    @Test
    void callsThatAreThereAlreadyArePassedOverWithoutWaiting() throws Exception {
        assertThat(loader(load("replayed", calls.toString())).exitCode()).isZero();

        ProgramProcess again = loader(load("replayed", "--speedup", "1", calls.toString()));

        assertThat(again.exitCode()).as(again.errors()).isZero();
        assertThat(again.errors()).contains("read 60,000, sent 0, sent before 60,000, rejected 0 in");
    }

    private static String[] load(String topic, String... arguments) {
        List<String> all = new ArrayList<>(
                List.of("load", "-b", stack.bootstrapServers(), "-t", topic, "--exactly-once", "--partitions", "3"));
        all.addAll(List.of(arguments));
        return all.toArray(String[]::new);
    }

    private static long endOffset(String topic) {
        return new LoadedTopic(stack.bootstrapServers(), topic, 3).endOffset();
    }

    private static List<String> numbersByTime() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> all = new ArrayList<>();
        for (String line : Files.readAllLines(calls)) {
            all.add(json.readTree(line));
        }
        all.sort(Comparator.comparing(call -> call.get("call_date_time").asText()));
        return all.stream().map(call -> call.get("crime_id").asText()).toList();
    }

    private static ProgramProcess loader(String... arguments) throws Exception {
        return ProgramProcess.loader(directory, arguments);
    }

    private static Map<Integer, List<String>> committed(String topic) {
        return new LoadedTopic(stack.bootstrapServers(), topic, 3).committed();
    }
}
