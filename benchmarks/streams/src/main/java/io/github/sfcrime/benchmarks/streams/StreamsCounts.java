package io.github.sfcrime.benchmarks.streams;

import io.github.sfcrime.schemas.RadioCodes;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.EmitStrategy;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KGroupedStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.TimeWindows;
import org.apache.kafka.streams.state.Stores;

/**
 * The base query, or running totals, with Kafka Streams, which prints how many calls it has counted. Tasks read their partitions unevenly and
 * nothing holds the faster ones back ({@code max.task.idle.ms} levels the partitions of one task, and each task has one):
 * fetches are kept small, so that the tasks' stream times stay together, and the grace period covers several times the
 * distance that is left. Tuned: see {@link StreamsSettings}; in-memory window store with its changelog, rows emitted once, when their window closes; the three
 * needed fields decoded by projection; a key and one byte per call through the repartition topic.
 */
public final class StreamsCounts {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final long REPORT_EVERY_MILLIS = 200;

    private final LongAdder counted = new LongAdder();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    private StreamsCounts() {}

    /** Runs with an id, the broker, the topics of calls, of closing calls and of rows, threads, grace, a folder, query, interval. */
    public static void main(String[] arguments) throws InterruptedException {
        StreamsCounts counts = new StreamsCounts();
        List<String> topics = List.of(arguments[2], arguments[3]);
        Properties settings =
                StreamsSettings.of(arguments[0], arguments[1], Integer.parseInt(arguments[5]), arguments[7]);
        Topology topology;
        if (arguments[8].equals("totals")) {
            topology = counts.totals(topics, arguments[4]);
            StreamsSettings.emitEvery(settings, Duration.parse(arguments[9]));
        } else {
            topology = counts.topology(topics, arguments[4], Duration.parse(arguments[6]));
        }
        counts.run(new KafkaStreams(topology, settings));
    }

    private void run(KafkaStreams streams) throws InterruptedException {
        streams.setUncaughtExceptionHandler(e -> {
            failure.compareAndSet(null, e);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        streams.start();
        while (failure.get() == null) {
            System.out.println("records " + counted.sum());
            Thread.sleep(REPORT_EVERY_MILLIS);
        }
        throw new IllegalStateException(failure.get());
    }

    /** Windows are emitted once a second: those that close in that second of a replay must not expire before. */
    private static Duration retention(Duration grace) {
        return grace.plus(WINDOW).multipliedBy(4);
    }

    private Topology topology(List<String> topics, String output, Duration grace) {
        Formats formats = new Formats(RadioCodes.builtIn());
        StreamsBuilder builder = new StreamsBuilder();
        grouped(builder, topics)
                .windowedBy(TimeWindows.ofSizeAndGrace(WINDOW, grace))
                .emitStrategy(EmitStrategy.onWindowClose())
                .aggregate(
                        () -> 0L,
                        this::add,
                        Materialized.<Group, Long>as(
                                        Stores.inMemoryWindowStore("counts", retention(grace), WINDOW, false))
                                .withKeySerde(Formats.GROUP)
                                .withValueSerde(Serdes.Long()))
                .toStream()
                .map(formats::row)
                .to(output, Produced.with(Serdes.ByteArray(), Serdes.ByteArray()));
        return builder.build();
    }

    /** Totals leave the store's cache when it is flushed, which is at each commit. */
    private Topology totals(List<String> topics, String output) {
        TotalFormats formats = new TotalFormats(RadioCodes.builtIn());
        StreamsBuilder builder = new StreamsBuilder();
        grouped(builder, topics)
                .aggregate(
                        () -> 0L,
                        this::add,
                        Materialized.<Group, Long>as(Stores.inMemoryKeyValueStore("totals"))
                                .withKeySerde(Formats.GROUP)
                                .withValueSerde(Serdes.Long())
                                .withCachingEnabled())
                .toStream()
                .map(formats::row)
                .to(output, Produced.with(Serdes.ByteArray(), Serdes.ByteArray()));
        return builder.build();
    }

    private static KGroupedStream<Group, Call> grouped(StreamsBuilder builder, List<String> topics) {
        Serde<Call> calls = Serdes.serdeFrom((topic, call) -> new byte[0], new CallDeserializer());
        return builder.stream(
                        topics,
                        Consumed.with(Serdes.ByteArray(), calls)
                                .withTimestampExtractor((record, partitionTime) -> ((Call) record.value()).time()))
                .groupBy((key, call) -> call.group(), Grouped.with("by-group", Formats.GROUP, Formats.COUNTED));
    }

    private Long add(Group group, Call call, Long count) {
        counted.increment();
        return count + 1;
    }
}
