package io.github.sfcrime.loader.send;

import io.github.sfcrime.loader.call.CallSink;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Sends calls at least once: each once, unless the load is started again. */
public final class PlainDelivery implements Delivery {

    private final KafkaConnection kafka;
    private final TargetTopic topic;
    private final int mostBytes;
    private final long endBefore;
    private final CallSender sender;
    private @Nullable StallWatch stalls;
    private long foreign;

    private PlainDelivery(KafkaConnection kafka, TargetTopic topic) throws InterruptedException {
        this.kafka = kafka;
        this.topic = topic;
        mostBytes = topic.mostBytes();
        endBefore = topic.endOffset();
        sender = new CallSender(kafka.producer(), topic.name());
    }

    /**
     * The same for loads that run for months: once connected, it waits for a broker that is away.
     *
     * @param remarks told of a broker that takes nothing, and of the end of that
     */
    public static Delivery openPatient(
            Map<String, Object> settings, String topic, int newPartitions, Consumer<String> remarks)
            throws InterruptedException {
        PlainDelivery delivery = connect(ProducerDefaults.patient(settings), topic, newPartitions);
        delivery.stalls = StallWatch.start(delivery.sender, topic, remarks);
        return delivery;
    }

    /**
     * Connects, and creates the topic where it is missing.
     *
     * @param newPartitions how many partitions a new topic gets
     */
    public static Delivery open(Map<String, Object> settings, String topic, int newPartitions)
            throws InterruptedException {
        return connect(settings, topic, newPartitions);
    }

    private static PlainDelivery connect(Map<String, Object> settings, String topic, int newPartitions)
            throws InterruptedException {
        KafkaConnection kafka = KafkaConnection.open(settings);
        try {
            return new PlainDelivery(kafka, TargetTopic.create(kafka, topic, newPartitions));
        } catch (RuntimeException | InterruptedException e) {
            kafka.close();
            throw e;
        }
    }

    @Override
    public CallSink sink(UnaryOperator<CallSink> pacing) {
        return pacing.apply(sender);
    }

    @Override
    public long sent() {
        return sender.acknowledged();
    }

    @Override
    public long sentBefore() {
        return 0;
    }

    @Override
    public int mostBytes() {
        return mostBytes;
    }

    @Override
    public void flush() throws SendFailedException {
        sender.flush();
    }

    @Override
    public void finish() throws SendFailedException, InterruptedException {
        sender.flush();
        foreign = foreign(topic.name(), sender.acknowledged(), topic.endOffset() - endBefore);
    }

    @Override
    public long foreign() {
        return foreign;
    }

    static long foreign(String topic, long sent, long arrived) throws SendFailedException {
        if (arrived < sent) {
            throw new SendFailedException("topic " + topic + " has " + arrived + " new records where " + sent
                    + " calls were acknowledged: records were lost, see the broker's log");
        }
        return arrived - sent;
    }

    @Override
    public void close() {
        if (stalls != null) {
            stalls.close();
        }
        kafka.close();
    }
}
