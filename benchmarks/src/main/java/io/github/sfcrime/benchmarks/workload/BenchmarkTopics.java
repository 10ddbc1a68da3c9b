package io.github.sfcrime.benchmarks.workload;

import io.github.sfcrime.benchmarks.measuring.BenchmarkFailure;
import io.github.sfcrime.schemas.Topic;
import io.github.sfcrime.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** The topics of a benchmark's broker. */
public final class BenchmarkTopics implements AutoCloseable {

    private final Admin admin;

    public BenchmarkTopics(String bootstrapServers) {
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /** Creates a topic where it is missing. */
    public void create(String name, int partitions) throws InterruptedException {
        Topics.createIfMissing(admin, new Topic(name, false), partitions);
    }

    /** How many records a topic has got, as its end offsets tell. */
    public long records(String name, int partitions) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(name, partition))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        try {
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        } catch (ExecutionException e) {
            throw new BenchmarkFailure("cannot read the end of topic " + name + ": " + e.getCause(), e);
        }
    }

    /** Removes the topics with such names. */
    public void delete(Predicate<String> names) throws InterruptedException {
        try {
            List<String> chosen =
                    admin.listTopics().names().get().stream().filter(names).toList();
            admin.deleteTopics(chosen).all().get();
        } catch (ExecutionException e) {
            throw new BenchmarkFailure("cannot remove topics: " + e.getCause(), e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
