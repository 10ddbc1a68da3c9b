package io.github.sfcrime.job.kafka.settings;

import io.github.sfcrime.job.failures.PermanentFailure;
import io.github.sfcrime.job.failures.TransientFailure;
import io.github.sfcrime.schemas.Topic;
import io.github.sfcrime.schemas.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.flink.util.ExceptionUtils;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** What the job finds out about its topics, and does to them, before it starts. */
public final class KafkaTopics implements AutoCloseable {

    private static final String TIMEOUT_MILLIS = "10000";

    private final KafkaSettings settings;
    private final Admin admin;

    /**
     * Topics of the cluster that the settings name.
     *
     * @throws TransientFailure if none of its addresses is known
     * @throws KafkaException if the client settings are no use
     */
    public KafkaTopics(KafkaSettings settings) {
        this.settings = settings;
        try {
            admin = Admin.create(adminConfig(settings));
        } catch (KafkaException e) {
            throw ExceptionUtils.findThrowableWithMessage(e, "No resolvable bootstrap urls")
                    .<RuntimeException>map(unknown -> new TransientFailure(
                            "cannot connect to Kafka: " + settings.bootstrapServers() + " is no known address", e))
                    .orElse(e);
        }
    }

    /** The client settings by which topics are looked at. */
    public static Properties adminConfig(KafkaSettings settings) {
        Properties config = new Properties();
        config.putAll(settings.clientConfig());
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        config.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        config.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        return config;
    }

    /**
     * How many partitions the topic of calls has.
     *
     * @throws TransientFailure if it is not there or the broker does not answer
     */
    public int partitions() throws InterruptedException {
        return partitionsOfCalls().size();
    }

    private List<TopicPartition> partitionsOfCalls() throws InterruptedException {
        String topic = settings.topic();
        try {
            return admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                    .flatMap(description -> description.partitions().stream())
                    .map(TopicPartitionInfo::partition)
                    .map(partition -> new TopicPartition(topic, partition))
                    .toList();
        } catch (ExecutionException e) {
            throw failure("cannot read topic " + topic, e.getCause());
        }
    }

    /**
     * Refuses a topic whose first calls are gone, where the settings ask for all of them.
     *
     * @throws PermanentFailure that names the partition and what is missing
     */
    public void requireBeginning() throws InterruptedException {
        if (!settings.start().isEarliest() || !settings.failOnDataLoss()) {
            return;
        }
        beginnings().forEach((partition, first) -> requireBeginning(partition, first.offset()));
    }

    /**
     * Refuses a partition that no longer has its first calls.
     *
     * @param first the first offset that it has
     * @throws PermanentFailure that names what is missing
     */
    static void requireBeginning(TopicPartition partition, long first) {
        if (first > 0) {
            throw new PermanentFailure("cannot read topic " + partition.topic() + " from its beginning: partition "
                    + partition.partition() + " starts at offset " + first
                    + ", what was before is gone. To count what is there, say --start available");
        }
    }

    private Map<TopicPartition, ListOffsetsResultInfo> beginnings() throws InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitionsOfCalls().forEach(partition -> asked.put(partition, OffsetSpec.earliest()));
        try {
            return admin.listOffsets(asked).all().get();
        } catch (ExecutionException e) {
            throw failure("cannot read the offsets of topic " + settings.topic(), e.getCause());
        }
    }

    /** Creates the topics that the job writes to where they are missing. */
    public void create(List<Topic> topics, int partitions) throws InterruptedException {
        try {
            for (Topic topic : topics) {
                Topics.createIfMissing(admin, topic, partitions);
            }
        } catch (KafkaException e) {
            throw mayPass(e) || mayPass(e.getCause()) ? new TransientFailure(String.valueOf(e.getMessage()), e) : e;
        }
    }

    /**
     * Refuses a user who may not read the calls or write into these topics: of a job that runs it would be learned from
     * failures only.
     *
     * @throws TransientFailure that names the topic and the right
     */
    public void requireRights(List<Topic> written) throws InterruptedException {
        requireRight("read", AclOperation.READ, List.of(settings.topic()));
        requireRight(
                "write", AclOperation.WRITE, written.stream().map(Topic::name).toList());
    }

    private void requireRight(String attempt, AclOperation right, List<String> topics) throws InterruptedException {
        try {
            DescribeTopicsOptions options = new DescribeTopicsOptions().includeAuthorizedOperations(true);
            for (TopicDescription topic :
                    admin.describeTopics(topics, options).allTopicNames().get().values()) {
                Set<AclOperation> given = topic.authorizedOperations();
                if (given != null && !given.contains(right)) {
                    throw new TransientFailure(
                            "cannot %s topic %s: Kafka does not allow this user to; grant it the right to %s"
                                    .formatted(attempt, topic.name(), right),
                            null);
                }
            }
        } catch (ExecutionException e) {
            throw failure("cannot " + attempt + " topics " + topics, e.getCause());
        }
    }

    /** The longest that the broker lets a transaction take, in milliseconds. */
    public long longestTransaction() throws InterruptedException {
        try {
            return new TransactionLimit(admin).millis();
        } catch (KafkaException e) {
            throw mayPass(e.getCause()) ? new TransientFailure(String.valueOf(e.getMessage()), e) : e;
        }
    }

    private RuntimeException failure(String attempt, @Nullable Throwable cause) {
        String line = attempt + ": " + whatToDo(cause);
        return mayPass(cause) ? new TransientFailure(line, cause) : new KafkaException(line, cause);
    }

    /** Brokers that come back may not know a topic at once, and a right may be granted. */
    private static boolean mayPass(@Nullable Throwable cause) {
        return cause instanceof RetriableException || cause instanceof AuthorizationException;
    }

    private String whatToDo(@Nullable Throwable cause) {
        if (cause instanceof UnknownTopicOrPartitionException) {
            return "there is no such topic at " + settings.bootstrapServers()
                    + ": load calls into it first, or name another";
        }
        if (cause instanceof TimeoutException) {
            return "no Kafka broker answers at " + settings.bootstrapServers()
                    + ": is it running, and is that its address and security protocol?";
        }
        return String.valueOf(cause);
    }

    @Override
    public void close() {
        admin.close();
    }
}
