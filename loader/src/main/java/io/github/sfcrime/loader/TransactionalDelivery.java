package io.github.sfcrime.loader;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;

/** Sends calls in transactions which carry how far the load has come, and passes over those that are there already. */
final class TransactionalDelivery implements Delivery {

    private static final long MOST_CALLS = 200_000;
    private static final long MOST_NANOS = 1_000_000_000;

    private final KafkaConnection kafka;
    private final String topic;
    private final ConsumerGroupMetadata group;
    private final LongSupplier clock;
    private final Producer<byte[], byte[]> producer;
    private final CallSender sender;
    private final int mostBytes;
    private final long sentBefore;
    private LoadPosition position;
    private long taken;
    private long begun;
    private boolean open;

    /** Whether the open transaction has its position, so that an interrupted commit can only be repeated. */
    private boolean committing;

    private TransactionalDelivery(KafkaConnection kafka, LoadIdentity load, LoadPosition position, LongSupplier clock)
            throws InterruptedException {
        this.kafka = kafka;
        this.position = position;
        this.clock = clock;
        topic = kafka.topic();
        group = kafka.group(load.name());
        producer = kafka.producer();
        sender = new CallSender(producer, topic);
        mostBytes = kafka.mostBytes();
        sentBefore = position.sent();
    }

    /**
     * Connects, creates the topic where it is missing, ends what an earlier start left open, and only then reads the
     * position.
     *
     * @param kafka a connection with the load's name as transactional id; closed with this, or if this fails
     * @param restart whether the load begins anew, whatever an earlier start did
     */
    static TransactionalDelivery open(KafkaConnection kafka, LoadIdentity load, int newPartitions, boolean restart)
            throws IOException, InterruptedException {
        try {
            int partitions = kafka.createTopic(newPartitions);
            kafka.producer().initTransactions();
            List<Long> ends = kafka.endOffsets(partitions);
            OffsetAndMetadata committed = restart ? null : kafka.position(load.name());
            if (!restart) {
                check(kafka.topic(), load, committed, ends);
            }
            LoadPosition position =
                    committed == null ? new LoadPosition(0, load.fingerprint(), ends) : LoadPosition.of(committed);
            TransactionalDelivery delivery = new TransactionalDelivery(kafka, load, position, System::nanoTime);
            if (committed == null) {
                delivery.begin();
                delivery.commit(position);
            }
            return delivery;
        } catch (IOException | RuntimeException | InterruptedException e) {
            kafka.close();
            throw e;
        }
    }

    /** Refuses a position of other inputs, and to begin where the position may have been there and expired. */
    static void check(String topic, LoadIdentity load, @Nullable OffsetAndMetadata committed, List<Long> ends) {
        if (committed == null) {
            if (ends.stream().anyMatch(end -> end > 0)) {
                throw new UserErrorException("topic " + topic + " has records, but no position of this load: it is the"
                        + " first of its kind there, or its position has expired (Kafka keeps one for 7 days by"
                        + " default); look at the topic, then load all with --restart");
            }
        } else if (!LoadPosition.of(committed).fingerprint().equals(load.fingerprint())) {
            throw new UserErrorException("cannot go on after call " + committed.offset()
                    + ": the inputs have changed since; bring back what they were, or load all with --restart");
        }
    }

    @Override
    public CallSink sink() {
        return new CallSink() {
            @Override
            public void accept(OutgoingCall call) throws IOException {
                take(call);
            }

            @Override
            public void complete() throws IOException {
                flush();
            }
        };
    }

    private void take(OutgoingCall call) throws IOException {
        taken++;
        if (taken <= sentBefore) {
            return;
        }
        begin();
        sender.accept(call);
        if (taken - position.sent() >= MOST_CALLS || clock.getAsLong() - begun >= MOST_NANOS) {
            flush();
        }
    }

    private void begin() {
        if (!open) {
            producer.beginTransaction();
            begun = clock.getAsLong();
            open = true;
        }
    }

    @Override
    public void flush() throws SendFailedException {
        if (open) {
            sender.flush();
            commit(position.at(taken));
        }
    }

    private void commit(LoadPosition next) throws SendFailedException {
        try {
            if (!committing) {
                producer.sendOffsetsToTransaction(Map.of(new TopicPartition(topic, 0), next.committed()), group);
                committing = true;
            }
            producer.commitTransaction();
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new SendFailedException("another start of this load has taken over at call " + position.sent(), e);
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            throw new SendFailedException(
                    "cannot commit to topic " + topic + " after call " + position.sent() + ": " + e.getMessage()
                            + "; start the load again with the same arguments, it goes on where it stopped",
                    e);
        }
        open = false;
        committing = false;
        position = next;
    }

    @Override
    public long sent() {
        return position.sent() - sentBefore;
    }

    @Override
    public long sentBefore() {
        return sentBefore;
    }

    @Override
    public int mostBytes() {
        return mostBytes;
    }

    /** Counts what a reader of committed records sees, because transactions' markers take offsets too. */
    @Override
    public long finish() throws IOException {
        flush();
        if (taken < sentBefore) {
            throw new SendFailedException("the load has " + taken + " calls where " + sentBefore
                    + " were sent before: load all with --restart");
        }
        return PlainDelivery.surplus(topic, position.sent(), kafka.committedRecords(position.starts()));
    }

    @Override
    public void close() {
        kafka.close();
    }
}
