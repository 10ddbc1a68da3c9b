package io.github.sfcrime.local.chaos.injection;

import io.github.sfcrime.local.chaos.fault.PlannedFault;
import io.github.sfcrime.local.chaos.pipeline.Await;
import io.github.sfcrime.local.chaos.pipeline.Pipeline;
import io.github.sfcrime.local.process.Processes;
import io.github.sfcrime.schemas.Topic;
import io.github.sfcrime.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;

/** Deletes calls before they are read, as a retention does that is shorter than an outage. */
final class DeleteUnreadCalls implements Injection {

    @Override
    public String inject(Pipeline pipeline, PlannedFault planned) throws ExecutionException, InterruptedException {
        Processes processes = pipeline.stack().processes();
        List<String> taskManagers = Target.running(pipeline.stack(), "taskmanager");
        taskManagers.forEach(processes::kill);
        Map<TopicPartition, Long> read = ends(pipeline.admin());
        Await.until(
                "calls that nobody has read",
                () -> ends(pipeline.admin()).entrySet().stream()
                        .allMatch(end -> end.getValue() > read.getOrDefault(end.getKey(), 0L)));
        Map<TopicPartition, RecordsToDelete> all = ends(pipeline.admin()).keySet().stream()
                .collect(Collectors.toMap(partition -> partition, any -> RecordsToDelete.beforeOffset(-1)));
        pipeline.admin().deleteRecords(all).all().get();
        taskManagers.forEach(processes::startAgain);
        return Topic.CRIME_DATA.name();
    }

    @Override
    public boolean isNamedBy(String reason) {
        return reason.contains("cannot read topic " + Topic.CRIME_DATA.name() + ", partition ")
                && reason.contains("calls are lost");
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
}
