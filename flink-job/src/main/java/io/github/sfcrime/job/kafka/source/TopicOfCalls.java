package io.github.sfcrime.job.kafka.source;

import io.github.sfcrime.job.failures.PermanentFailure;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetIdentifierProvider;
import org.apache.flink.connector.kafka.source.enumerator.subscriber.KafkaSubscriber;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/**
 * The topic of calls and its partitions, for as long as it is the topic that it was: one that was deleted and made again
 * has the same name, but other calls at the offsets of the old one.
 */
final class TopicOfCalls implements KafkaSubscriber, KafkaDatasetIdentifierProvider {

    private static final long serialVersionUID = 1;

    private final String name;
    private final String nameBefore;
    /** Kafka's id of it; null before it is known. */
    private volatile @Nullable String id;

    /** Whatever topic has that name. */
    TopicOfCalls(String name) {
        this(name, name, null);
    }

    /** The topic of that name, which should be the one that state is of, by that name and, where it is known, that id. */
    TopicOfCalls(String name, String nameBefore, @Nullable String id) {
        this.name = name;
        this.nameBefore = nameBefore;
        this.id = id;
    }

    String name() {
        return name;
    }

    @Nullable
    String id() {
        return id;
    }

    /**
     * Its partitions now.
     *
     * @throws PermanentFailure if it is another topic than it was
     * @throws KafkaException if it is not there or Kafka does not answer
     */
    @Override
    public Set<TopicPartition> getSubscribedTopicPartitions(AdminClient admin) {
        if (!name.equals(nameBefore)) {
            throw new PermanentFailure("cannot go on with topic " + name + ": the savepoint or checkpoint is of topic "
                    + nameBefore + ": name that with --topic, or start without it");
        }
        TopicDescription topic = described(admin);
        if (!topic.topicId().equals(Uuid.ZERO_UUID)) {
            identify(topic.topicId().toString());
        }
        return topic.partitions().stream()
                .map(partition -> new TopicPartition(name, partition.partition()))
                .collect(Collectors.toSet());
    }

    private TopicDescription described(AdminClient admin) {
        try {
            return Objects.requireNonNull(
                    admin.describeTopics(List.of(name)).allTopicNames().get().get(name));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while asking for the partitions of topic " + name, e);
        } catch (ExecutionException e) {
            throw new KafkaException("cannot find out the partitions of topic " + name + ": " + e.getCause(), e);
        }
    }

    private void identify(String now) {
        String before = id;
        if (before != null && !before.equals(now)) {
            throw new PermanentFailure("cannot go on with topic " + name
                    + ": it was deleted and made again (its id was "
                    + before + " and is " + now + "), so that what was counted and the offsets are of another topic."
                    + " To count the new one, start without the savepoint or checkpoint");
        }
        id = now;
    }

    @Override
    public Optional<DefaultKafkaDatasetIdentifier> getDatasetIdentifier() {
        return Optional.of(DefaultKafkaDatasetIdentifier.ofTopics(List.of(name)));
    }
}
