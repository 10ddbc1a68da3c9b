package io.github.sfcrime.local.chaos.injection;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.sfcrime.local.chaos.fault.PlannedFault;
import io.github.sfcrime.local.chaos.pipeline.Await;
import io.github.sfcrime.local.chaos.pipeline.CallTopic;
import io.github.sfcrime.local.chaos.pipeline.Pipeline;
import io.github.sfcrime.schemas.CallForService;
import io.github.sfcrime.schemas.Topic;
import io.github.sfcrime.schemas.WireFormat;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends more calls among those of the loader for as long as the fault lasts. */
final class SendMoreCalls implements Injection {

    private static final int JUMPS_PER_SECOND = 20;
    private static final int TIMES_AS_MANY = 10;

    private final ToIntFunction<Pipeline> perSecond;
    private final List<Duration> ahead;

    /** @param ahead how far the calls are ahead of the windows that are closed, one after the other */
    private SendMoreCalls(ToIntFunction<Pipeline> perSecond, Duration... ahead) {
        this.perSecond = perSecond;
        this.ahead = List.of(ahead);
    }

    /**
     * Calls whose times are hours ahead of the others or behind, as clocks have them that are set. After one that is ahead
     * those that are on time are late in its partition.
     */
    static SendMoreCalls ofOtherTimes() {
        return new SendMoreCalls(
                pipeline -> JUMPS_PER_SECOND,
                Duration.ofHours(-3),
                Duration.ofMinutes(50),
                Duration.ofMinutes(-30),
                Duration.ofHours(2));
    }

    /** Ten times as many calls as the loader sends. */
    static SendMoreCalls tenTimesAsMany() {
        return new SendMoreCalls(
                pipeline -> pipeline.callsPerSecond() * TIMES_AS_MANY,
                Duration.ofMinutes(5),
                Duration.ofMinutes(20),
                Duration.ofMinutes(40));
    }

    @Override
    public String inject(Pipeline pipeline, PlannedFault planned) throws ExecutionException, InterruptedException {
        Await.until(
                "calls in every partition", () -> pipeline.closedUpTo().isAfter(LocalDateTime.of(2000, 1, 1, 0, 0)));
        int rate = perSecond.applyAsInt(pipeline);
        long seconds = planned.lasting().toSeconds();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", pipeline.stack().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (long second = 0; second < seconds; second++) {
                long next = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
                send(producer, pipeline.closedUpTo(), rate);
                TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
            }
        }
        return rate * seconds + " calls";
    }

    private void send(KafkaProducer<byte[], byte[]> producer, LocalDateTime closed, int number)
            throws ExecutionException, InterruptedException {
        WireFormat<CallForService> format = new WireFormat<>(CallForService.SCHEMA$);
        List<Future<?>> sent = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            CallForService call = new CallForService();
            call.setCrimeId(i);
            call.setOriginalCrimeTypeName("One more");
            call.setCallDateTime(closed.plus(ahead.get(i % ahead.size())));
            ProducerRecord<byte[], byte[]> record =
                    new ProducerRecord<>(Topic.CRIME_DATA.name(), ("more-" + i).getBytes(UTF_8), format.encode(call));
            record.headers().add(CallTopic.NOT_OF_THE_FILE, new byte[0]);
            sent.add(producer.send(record));
        }
        for (Future<?> one : sent) {
            one.get();
        }
    }
}
