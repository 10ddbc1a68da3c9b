package io.github.sfcrime.local.chaos.injection;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.sfcrime.local.chaos.fault.PlannedFault;
import io.github.sfcrime.local.chaos.pipeline.Pipeline;
import io.github.sfcrime.local.chaos.pipeline.PoisonKind;
import io.github.sfcrime.schemas.Topic;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends records that are no calls among the calls, of every kind one after the other, for as long as the fault lasts. */
final class SendPoison implements Injection {

    private static final int PER_SECOND = 20;

    @Override
    public String inject(Pipeline pipeline, PlannedFault planned) throws ExecutionException, InterruptedException {
        long number = planned.lasting().toSeconds() * PER_SECOND;
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", pipeline.stack().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            PoisonKind[] kinds = PoisonKind.values();
            for (int i = 0; i < number; i++) {
                producer.send(record(kinds[i % kinds.length], i)).get();
                Thread.sleep(1_000 / PER_SECOND);
            }
        }
        return number + " records";
    }

    private static ProducerRecord<byte[], byte[]> record(PoisonKind kind, int number) {
        byte[] key = ("poison-" + number).getBytes(UTF_8);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(Topic.CRIME_DATA.name(), key, kind.value());
        record.headers().add(PoisonKind.HEADER, kind.name().getBytes(UTF_8));
        return record;
    }
}
