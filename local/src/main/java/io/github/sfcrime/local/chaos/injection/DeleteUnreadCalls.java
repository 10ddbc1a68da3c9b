package io.github.sfcrime.local.chaos.injection;

import io.github.sfcrime.local.chaos.fault.PlannedFault;
import io.github.sfcrime.local.chaos.pipeline.Pipeline;
import io.github.sfcrime.schemas.Topic;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;

/** Deletes calls before they are read, as a retention does that is shorter than an outage. */
final class DeleteUnreadCalls implements Injection {

    @Override
    public String inject(Pipeline pipeline, PlannedFault planned)
            throws ExecutionException, InterruptedException, IOException {
        UnreadCalls.change(pipeline, firstUnread -> {
            Map<TopicPartition, RecordsToDelete> all = firstUnread.keySet().stream()
                    .collect(Collectors.toMap(partition -> partition, any -> RecordsToDelete.beforeOffset(-1)));
            pipeline.admin().deleteRecords(all).all().get();
        });
        return Topic.CRIME_DATA.name();
    }

    @Override
    public boolean isNamedBy(String reason) {
        return reason.contains("cannot read topic " + Topic.CRIME_DATA.name() + ", partition ")
                && reason.contains("calls are lost");
    }
}
