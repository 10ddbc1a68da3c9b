package io.github.sfcrime.loader.send;

import io.github.sfcrime.cli.UserErrorException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.jspecify.annotations.Nullable;

/** Starts loads that bring each call into the topic once, over any number of starts. */
public final class ExactlyOnce {

    private ExactlyOnce() {}

    /**
     * Connects, creates the topic where it is missing, ends what an earlier start left open, and only then reads the
     * position.
     *
     * @param settings of Kafka's clients; a transactional id among them is used instead of the load's own
     * @param newPartitions how many partitions a new topic gets
     * @param arguments whatever decides which calls are sent in which order, besides what the files hold
     * @param files what is loaded
     * @param restart whether the load begins anew, whatever an earlier start did
     */
    public static Delivery open(
            Map<String, Object> settings,
            String topic,
            int newPartitions,
            List<String> arguments,
            List<Path> files,
            boolean restart)
            throws IOException, InterruptedException {
        LoadIdentity load = LoadIdentity.of(topic, arguments, files);
        Map<String, Object> named = new HashMap<>(settings);
        named.putIfAbsent(ProducerConfig.TRANSACTIONAL_ID_CONFIG, load.name());
        KafkaConnection kafka = KafkaConnection.open(named);
        try {
            return start(kafka, TargetTopic.create(kafka, topic, newPartitions), load, restart);
        } catch (IOException | RuntimeException | InterruptedException e) {
            kafka.close();
            throw e;
        }
    }

    private static Delivery start(KafkaConnection kafka, TargetTopic target, LoadIdentity load, boolean restart)
            throws IOException, InterruptedException {
        LoadTransactions transactions = new LoadTransactions(kafka, target.name(), load);
        List<Long> ends = target.endOffsets();
        LoadPosition committed = restart ? null : transactions.position();
        if (!restart) {
            check(target.name(), load, committed, ends);
        }
        LoadPosition position = committed == null ? new LoadPosition(0, load.fingerprint(), ends) : committed;
        if (committed == null) {
            transactions.begin();
            transactions.commit(position, 0);
        }
        return new TransactionalDelivery(kafka, target, transactions, position, System::nanoTime);
    }

    /** Refuses a position of other inputs, and to begin where the position may have been there and expired. */
    static void check(String topic, LoadIdentity load, @Nullable LoadPosition committed, List<Long> ends) {
        if (committed == null) {
            if (ends.stream().anyMatch(end -> end > 0)) {
                throw new UserErrorException("topic " + topic + " has records, but no position of this load: it is the"
                        + " first of its kind there, or its position has expired (Kafka keeps one for 7 days by"
                        + " default); look at the topic, then load all with --restart");
            }
        } else if (!committed.fingerprint().equals(load.fingerprint())) {
            throw new UserErrorException("cannot go on after call " + committed.sent()
                    + ": the inputs have changed since; bring back what they were, or load all with --restart");
        }
    }
}
