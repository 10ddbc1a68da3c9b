package io.github.sfcrime.loader;

import java.util.Map;

/** Calls on their way into a topic, which is there before the first is sent and looked at after the last. */
final class Delivery implements AutoCloseable {

    private final KafkaConnection kafka;
    private final String topic;
    private final int partitions;
    private final long endBefore;
    private final CallSender sender;

    private Delivery(KafkaConnection kafka, String topic, int newPartitions) throws InterruptedException {
        this.kafka = kafka;
        this.topic = topic;
        partitions = kafka.createTopic(newPartitions);
        endBefore = kafka.endOffset(partitions);
        sender = new CallSender(kafka.producer(), topic);
    }

    /**
     * Connects, and creates the topic where it is missing.
     *
     * @param newPartitions how many partitions a new topic gets
     */
    static Delivery open(Map<String, Object> settings, String topic, int newPartitions) throws InterruptedException {
        KafkaConnection kafka = KafkaConnection.open(settings, topic);
        try {
            return new Delivery(kafka, topic, newPartitions);
        } catch (RuntimeException | InterruptedException e) {
            kafka.close();
            throw e;
        }
    }

    CallSender sender() {
        return sender;
    }

    /**
     * Waits for the last acknowledgement and compares what the topic has got with what was sent.
     *
     * @return how many records came into the topic besides, from other producers
     */
    long finish() throws SendFailedException, InterruptedException {
        sender.flush();
        return surplus(topic, sender.acknowledged(), kafka.endOffset(partitions) - endBefore);
    }

    static long surplus(String topic, long sent, long arrived) throws SendFailedException {
        if (arrived < sent) {
            throw new SendFailedException("topic " + topic + " has " + arrived + " new records where " + sent
                    + " calls were acknowledged: records were lost, see the broker's log");
        }
        return arrived - sent;
    }

    @Override
    public void close() {
        kafka.close();
    }
}
