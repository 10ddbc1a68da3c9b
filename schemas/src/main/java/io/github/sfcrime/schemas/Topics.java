package io.github.sfcrime.schemas;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates topics and waits until they can be written to; the one place where this system creates any. */
public final class Topics {

    private static final Duration LEADERS_WITHIN = Duration.ofSeconds(30);
    private static final Duration POLL_EVERY = Duration.ofMillis(50);

    private Topics() {}

    /**
     * Creates the topic where it is missing and returns once every partition has a leader, which a producer that starts
     * at once would otherwise lose records to (KAFKA-15591). Where it is there, no right to create it is needed.
     *
     * @param partitions how many partitions a new topic gets; one that exists keeps its own
     * @return how many partitions the topic has
     * @throws KafkaException if the broker refuses or no leader is elected in time
     */
    public static int createIfMissing(Admin admin, Topic topic, int partitions) throws InterruptedException {
        if (description(admin, topic.name()).isEmpty()) {
            create(admin, topic, partitions);
        }
        return awaitLeaders(admin, topic.name());
    }

    private static void create(Admin admin, Topic topic, int partitions) throws InterruptedException {
        try {
            admin.createTopics(List.of(topic.specification(partitions))).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw failure("create topic " + topic.name(), e);
            }
        }
    }

    private static int awaitLeaders(Admin admin, String name) throws InterruptedException {
        long deadline = System.nanoTime() + LEADERS_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<TopicDescription> description = description(admin, name);
            if (description.isPresent()
                    && description.get().partitions().stream().allMatch(Topics::hasLeader)) {
                return description.get().partitions().size();
            }
            Thread.sleep(POLL_EVERY.toMillis());
        }
        throw new TimeoutException("topic " + name + " has partitions without a leader after "
                + LEADERS_WITHIN.toSeconds() + " s: see the broker's log");
    }

    /** Empty where there is no such topic. */
    private static Optional<TopicDescription> description(Admin admin, String name) throws InterruptedException {
        try {
            return Optional.ofNullable(
                    admin.describeTopics(List.of(name)).allTopicNames().get().get(name));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw failure("describe topic " + name, e);
        }
    }

    private static boolean hasLeader(TopicPartitionInfo partition) {
        return partition.leader() != null && !partition.leader().isEmpty();
    }

    private static KafkaException failure(String attempt, ExecutionException e) {
        Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
        return new KafkaException("cannot " + attempt + ": " + cause.getMessage(), cause);
    }
}
