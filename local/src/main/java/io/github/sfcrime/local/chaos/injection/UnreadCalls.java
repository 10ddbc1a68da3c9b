package io.github.sfcrime.local.chaos.injection;

import io.github.sfcrime.local.chaos.pipeline.Await;
import io.github.sfcrime.local.chaos.pipeline.Pipeline;
import io.github.sfcrime.local.process.Processes;
import io.github.sfcrime.schemas.Topic;
import io.github.sfcrime.schemas.Topics;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Does something to calls that the job has not read: there are none of its TaskManagers meanwhile. */
final class UnreadCalls {

    private UnreadCalls() {}

    /** Waits until each partition has some. */
    static void change(Pipeline pipeline, Change change) throws ExecutionException, InterruptedException, IOException {
        Processes processes = pipeline.stack().processes();
        List<String> taskManagers = Target.running(pipeline.stack(), "taskmanager");
        taskManagers.forEach(processes::kill);
        Map<TopicPartition, Long> read = ends(pipeline.admin());
        Await.until(
                "calls that nobody has read",
                () -> ends(pipeline.admin()).entrySet().stream()
                        .allMatch(end -> end.getValue() > read.getOrDefault(end.getKey(), 0L)));
        change.of(read);
        taskManagers.forEach(processes::startAgain);
    }

    private static Map<TopicPartition, Long> ends(Admin admin) throws ExecutionException, InterruptedException {
        int partitions = Topics.createIfMissing(admin, Topic.CRIME_DATA, 1);
        Map<TopicPartition, OffsetSpec> latest = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(Topic.CRIME_DATA.name(), partition))
                .collect(Collectors.toMap(partition -> partition, any -> OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    /** What is done to them. */
    interface Change {

        /** Does it, given the offset of the first of them in each partition. */
        void of(Map<TopicPartition, Long> firstUnread) throws ExecutionException, InterruptedException, IOException;
    }
}
