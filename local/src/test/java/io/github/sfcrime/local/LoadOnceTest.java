package io.github.sfcrime.local;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loads that are killed and started again, against a broker. */
class LoadOnceTest {

    private static final int CALLS = 60_000;

    @TempDir
    static Path directory;

    private static Stack stack;
    private static Path calls;

    @BeforeAll
    static void start() throws Exception {
        stack = Stack.temporary();
        stack.startBroker(BrokerSettings.onFreePort());
        calls = directory.resolve("calls.jsonl");
        assertThat(loader("generate", "-n", Integer.toString(CALLS), "-o", calls.toString())
                        .exitCode())
                .isZero();
    }

    @AfterAll
    static void stop() {
        stack.close();
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

    private static String[] load(String topic, String... arguments) {
        List<String> all = new ArrayList<>(
                List.of("load", "-b", stack.bootstrapServers(), "-t", topic, "--exactly-once", "--partitions", "3"));
        all.addAll(List.of(arguments));
        return all.toArray(String[]::new);
    }

    /** What is in the topic, committed or not; nothing where there is no topic yet. */
    private static long endOffset(String topic) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            Map<TopicPartition, OffsetSpec> partitions = IntStream.range(0, 3)
                    .boxed()
                    .collect(toMap(partition -> new TopicPartition(topic, partition), any -> OffsetSpec.latest()));
            return admin
                    .listOffsets(partitions, new ListOffsetsOptions().timeoutMs(1_000))
                    .all()
                    .get()
                    .values()
                    .stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        } catch (ExecutionException noTopicYet) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
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

    /** The keys of the committed records by partition, which are the calls' numbers. */
    private static Map<Integer, List<String>> committed(String topic) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", stack.bootstrapServers(), "isolation.level", "read_committed");
        Map<Integer, List<String>> byPartition = new TreeMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    byPartition
                            .computeIfAbsent(record.partition(), none -> new ArrayList<>())
                            .add(new String(record.key(), StandardCharsets.UTF_8));
                }
            }
        }
        return byPartition;
    }
}
