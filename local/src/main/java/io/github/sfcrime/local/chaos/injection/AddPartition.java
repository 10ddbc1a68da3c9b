package io.github.sfcrime.local.chaos.injection;

import io.github.sfcrime.local.chaos.fault.PlannedFault;
import io.github.sfcrime.local.chaos.pipeline.Await;
import io.github.sfcrime.local.chaos.pipeline.Pipeline;
import io.github.sfcrime.schemas.Topic;
import io.github.sfcrime.schemas.Topics;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;

/**
 * Adds a partition to the topic of calls. The loader pauses until the job has found it, because calls that come into it
 * before may be late.
 */
final class AddPartition implements Injection {

    @Override
    public String inject(Pipeline pipeline, PlannedFault planned) throws ExecutionException, InterruptedException {
        pipeline.loader().stop();
        Admin admin = pipeline.admin();
        String topic = Topic.CRIME_DATA.name();
        int partitions = Topics.createIfMissing(admin, Topic.CRIME_DATA, 1);
        admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(partitions + 1)))
                .all()
                .get();
        Await.until("a reader of the new partition", () -> pipeline.job().assignedPartitions() > partitions);
        pipeline.loader().ensureRunning();
        return "partition " + partitions;
    }
}
