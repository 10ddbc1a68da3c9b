package io.github.sfcrime.local.chaos.injection;

import io.github.sfcrime.local.chaos.fault.PlannedFault;
import io.github.sfcrime.local.chaos.pipeline.ChaosFailure;
import io.github.sfcrime.local.chaos.pipeline.Pipeline;
import io.github.sfcrime.schemas.Topic;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.FileLogInputStream.FileChannelRecordBatch;
import org.apache.kafka.common.record.FileRecords;

/** Turns a bit over in calls that nobody has read, in each copy of each partition, as a disk does that fails. */
final class DamageUnreadCalls implements Injection {

    private static final String SEGMENT = ".log";
    /** How deep the folders of partitions lie in the stack's. */
    private static final int DEPTH = 4;

    @Override
    public String inject(Pipeline pipeline, PlannedFault planned)
            throws ExecutionException, InterruptedException, IOException {
        UnreadCalls.change(pipeline, firstUnread -> {
            for (Map.Entry<TopicPartition, Long> first : firstUnread.entrySet()) {
                for (Path copy : copies(pipeline.stack().directory(), first.getKey())) {
                    damage(segment(copy, first.getValue()), first.getValue());
                }
            }
        });
        return Topic.CRIME_DATA.name();
    }

    @Override
    public boolean isNamedBy(String reason) {
        return reason.contains("cannot read topic " + Topic.CRIME_DATA.name() + ", partition ")
                && reason.contains("is damaged");
    }

    private static List<Path> copies(Path stack, TopicPartition partition) throws IOException {
        try (Stream<Path> folders = Files.walk(stack, DEPTH)) {
            return folders.filter(folder -> folder.endsWith(partition.toString()))
                    .filter(Files::isDirectory)
                    .toList();
        }
    }

    /** The segment with that offset: it is named by its first one. */
    private static Path segment(Path folder, long offset) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SEGMENT))
                    .filter(file -> firstOffset(file) <= offset)
                    .max(Comparator.comparing(DamageUnreadCalls::firstOffset))
                    .orElseThrow(() -> new ChaosFailure("no segment in " + folder + " has offset " + offset));
        }
    }

    private static long firstOffset(Path segment) {
        return Long.parseLong(segment.getFileName().toString().replace(SEGMENT, ""));
    }

    private static void damage(Path segment, long offset) throws IOException {
        long last = endOfBatch(segment, offset) - 1;
        try (RandomAccessFile file = new RandomAccessFile(segment.toFile(), "rw")) {
            file.seek(last);
            int value = file.read();
            file.seek(last);
            file.write(value ^ 1);
        }
    }

    private static long endOfBatch(Path segment, long offset) throws IOException {
        FileRecords records = FileRecords.open(segment.toFile(), false);
        try {
            for (FileChannelRecordBatch batch : records.batches()) {
                if (batch.lastOffset() >= offset) {
                    return (long) batch.position() + batch.sizeInBytes();
                }
            }
        } finally {
            // To close the records would be to cut the file, which the broker writes.
            records.closeHandlers();
        }
        throw new ChaosFailure("no batch of " + segment + " has offset " + offset);
    }
}
