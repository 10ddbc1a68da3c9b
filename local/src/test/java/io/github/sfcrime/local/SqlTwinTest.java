package io.github.sfcrime.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.ClientRun;
import io.github.sfcrime.local.stack.Stack;
import io.github.sfcrime.schemas.CallForService;
import io.github.sfcrime.schemas.KnownSchemas;
import io.github.sfcrime.schemas.Topic;
import io.github.sfcrime.schemas.Topics;
import io.github.sfcrime.schemas.WireFormat;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The job's two entries over the same shuffled calls, on a real cluster: SQL answers what the job answers. */
@OnSharedStack
class SqlTwinTest {

    private static final PlacedCalls CALLS = PlacedCalls.of(4_000);
    private static final ChangingCalls CHANGING = ChangingCalls.of(2_000);
    private static final String UPDATES = "updates";
    private static final String FORGOTTEN = "forgotten";
    private static final String SQL = "io.github.sfcrime.job.sql.CountCallsSql";

    /** What both entries answer: each is compared byte for byte. */
    private static final Map<String, Topic> ALL = Map.of(
            "counts", Topic.CRIME_COUNTS,
            "types", Topic.CRIME_COUNTS_BY_TYPE,
            "top-types", Topic.CRIME_TOP_TYPES,
            "dispositions", Topic.CRIME_COUNTS_BY_DISPOSITION,
            "places", Topic.CRIME_COUNTS_BY_PLACE,
            "districts", Topic.CRIME_COUNTS_BY_DISTRICT,
            "totals", Topic.CRIME_TOTALS);

    private static Stack stack;
    private static WarmClient client;

    @BeforeAll
    static void start(Stack shared, WarmClient itsClient) throws Exception {
        stack = shared;
        client = itsClient;
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            Topics.createIfMissing(admin, Topic.CRIME_DATA, 3);
            for (Topic topic : ALL.values()) {
                Topics.createIfMissing(admin, topic, 3);
            }
            Topics.createIfMissing(admin, Topic.CRIME_OPEN_CALLS, 3);
            Topics.createIfMissing(admin, Topic.CRIME_DATA.named(UPDATES), 3);
            Topics.createIfMissing(admin, Topic.CRIME_DATA.named(FORGOTTEN), 1);
        }
        send(Topic.CRIME_DATA.name(), CALLS.calls());
        send(UPDATES, CHANGING.records());
        send(FORGOTTEN, forgotten());
    }

    static Stream<Arguments> windows() {
        Duration hour = Duration.ofHours(1);
        Duration day = Duration.ofDays(1);
        return Stream.of(
                Arguments.of("--window PT1H", PlacedCalls.hopping(hour, hour)),
                Arguments.of("--window PT1H --slide PT10M", PlacedCalls.hopping(hour, Duration.ofMinutes(10))),
                Arguments.of(
                        "--window P7D --cumulate P1D --delivery exactly-once",
                        PlacedCalls.cumulating(Duration.ofDays(7), day)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("windows")
    void bothEntriesAnswerAlike(String window, Function<LocalDateTime, List<PlacedCalls.Window>> windows)
            throws Exception {
        String queries =
                "--query %s --top 3 --watermark-bound P30D --bounded ".formatted(String.join(",", ALL.keySet()));
        Records job = run(List.of(), queries + window);
        Records sql = run(List.of("-c", SQL), queries + window);

        ALL.values().forEach(topic -> assertThat(sql.bytes(topic)).isEqualTo(job.bytes(topic)));
        assertThat(sql.rows(Topic.CRIME_COUNTS)).isEqualTo(CALLS.counts(windows));
        assertThat(sql.rows(Topic.CRIME_COUNTS_BY_TYPE)).isEqualTo(CALLS.types(windows));
        assertThat(sql.rows(Topic.CRIME_TOP_TYPES)).isEqualTo(CALLS.topTypes(windows, 3));
        assertThat(sql.rows(Topic.CRIME_COUNTS_BY_DISPOSITION)).isEqualTo(CALLS.dispositions(windows));
        assertThat(sql.rows(Topic.CRIME_COUNTS_BY_PLACE)).isEqualTo(CALLS.places(windows));
        assertThat(sql.rows(Topic.CRIME_COUNTS_BY_DISTRICT)).isEqualTo(CALLS.districts(windows));
        assertThat(sql.rows(Topic.CRIME_TOTALS)).isEqualTo(CALLS.totals());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"--delivery at-least-once", "--delivery exactly-once --emit-interval 0s"})
    void bothEntriesFindTheSameCallsOpen(String more) throws Exception {
        String query =
                "--query open-calls --topic %s --updates P60D --watermark-bound P30D --bounded ".formatted(UPDATES);
        Records job = run(List.of(), query + more);
        Records sql = run(List.of("-c", SQL), query + more);

        assertThat(withCalls(job)).isEqualTo(CHANGING.open()).isNotEmpty();
        assertThat(withCalls(sql)).isEqualTo(CHANGING.open());
        // A group whose calls are opened and closed within an interval has no row of the job's.
        assertThat(sql.bytes(Topic.CRIME_OPEN_CALLS)).containsAllEntriesOf(job.bytes(Topic.CRIME_OPEN_CALLS));
    }

    private static List<String> withCalls(Records records) {
        return records.rows(Topic.CRIME_OPEN_CALLS).stream()
                .filter(row -> !row.endsWith(" 0 null"))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"io.github.sfcrime.job.CountCallsJob", SQL})
    void aCallThatIsNeverClosedIsForgottenByBothEntries(String entry) throws Exception {
        Map<TopicPartition, Long> from = ends();
        String query = "--query open-calls --topic %s --updates 3d --partition-discovery 0s".formatted(FORGOTTEN);
        ClientRun run = client.run(arguments(List.of("--detached", "-c", entry), query));
        try {
            await("the watermark is past the first call by three days")
                    .atMost(Duration.ofMinutes(5))
                    .untilAsserted(() -> assertThat(Records.since(from).rows(Topic.CRIME_OPEN_CALLS))
                            .containsExactly(
                                    "Fire null null 1 2018-11-05T09:00",
                                    "Noise null null 0 null",
                                    "Trespasser null null 1 2018-11-02T09:01"));
        } finally {
            client.run(List.of("cancel", run.jobId().orElseThrow()));
        }
    }

    /** The first of which is past its horizon by the last, to the minute of the watermark's bound. */
    private static List<CallForService> forgotten() {
        return List.of(
                open(1, "Noise", "2018-11-02T09:00:30"),
                open(2, "Trespasser", "2018-11-02T09:01:30"),
                open(3, "Fire", "2018-11-05T09:00:00"),
                open(4, "Fire", "2018-11-05T09:11:00", "2018-11-05T09:11:00"));
    }

    private static CallForService open(long number, String type, String time) {
        CallForService call = new CallForService();
        call.setCrimeId(number);
        call.setOriginalCrimeTypeName(type);
        call.setCallDateTime(LocalDateTime.parse(time));
        return call;
    }

    private static CallForService open(long number, String type, String time, String closed) {
        CallForService call = open(number, type, time);
        call.setCloseDateTime(LocalDateTime.parse(closed));
        return call;
    }

    /** What a bounded run writes. */
    private static Records run(List<String> entry, String settings) throws Exception {
        Map<TopicPartition, Long> from = ends();
        ClientRun run = client.run(arguments(entry, settings));
        assertThat(run.exitCode()).as(String.join("\n", run.output())).isZero();
        return Records.since(from);
    }

    private static List<String> arguments(List<String> entry, String settings) {
        List<String> arguments =
                new ArrayList<>(List.of("run", "--parallelism", "2", "-Drestart-strategy.type=disable"));
        arguments.addAll(entry);
        arguments.add(Checkout.find().jobJar().toString());
        arguments.addAll(List.of("--bootstrap-servers", stack.bootstrapServers()));
        arguments.addAll(List.of(settings.split(" ")));
        return arguments;
    }

    private static Map<TopicPartition, Long> ends() {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            return consumer.endOffsets(partitions());
        }
    }

    private static List<TopicPartition> partitions() {
        return Stream.concat(ALL.values().stream(), Stream.of(Topic.CRIME_OPEN_CALLS))
                .flatMap(topic -> Stream.of(0, 1, 2).map(number -> new TopicPartition(topic.name(), number)))
                .toList();
    }

    private static KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", stack.bootstrapServers(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static void send(String topic, List<CallForService> calls) throws Exception {
        WireFormat<CallForService> format = new WireFormat<>(CallForService.SCHEMA$);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            List<Future<?>> sent = new ArrayList<>();
            for (CallForService call : calls) {
                byte[] key = Long.toString(call.getCrimeId()).getBytes(UTF_8);
                sent.add(producer.send(new ProducerRecord<>(topic, key, format.encode(call))));
            }
            for (Future<?> one : sent) {
                one.get();
            }
        }
    }

    /** The last value of each key, by topic. */
    private record Records(Map<String, Map<String, byte[]>> byTopic) {

        static Records since(Map<TopicPartition, Long> from) {
            Map<String, Map<String, byte[]>> byTopic = new HashMap<>();
            try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
                consumer.assign(from.keySet());
                from.forEach(consumer::seek);
                Map<TopicPartition, Long> ends = consumer.endOffsets(from.keySet());
                while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                        byTopic.computeIfAbsent(record.topic(), none -> new HashMap<>())
                                .put(Base64.getEncoder().encodeToString(record.key()), record.value());
                    }
                }
            }
            return new Records(byTopic);
        }

        /** Values by key, both as text. */
        Map<String, String> bytes(Topic topic) {
            Map<String, String> texts = new TreeMap<>();
            byTopic.getOrDefault(topic.name(), Map.of())
                    .forEach((key, value) -> texts.put(key, Base64.getEncoder().encodeToString(value)));
            return texts;
        }

        List<String> rows(Topic topic) {
            return byTopic.getOrDefault(topic.name(), Map.of()).values().stream()
                    .map(Records::row)
                    .sorted()
                    .toList();
        }

        private static String row(byte[] value) {
            try {
                Schema schema = KnownSchemas.withFingerprint(WireFormat.fingerprint(value));
                SpecificRecord row = new BinaryMessageDecoder<SpecificRecord>(SpecificData.getForSchema(schema), schema)
                        .decode(value);
                return row.getSchema().getFields().stream()
                        .map(field -> String.valueOf(row.get(field.pos())))
                        .collect(Collectors.joining(" "));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
