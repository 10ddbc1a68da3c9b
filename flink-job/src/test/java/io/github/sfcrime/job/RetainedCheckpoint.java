package io.github.sfcrime.job;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;

/**
 * A checkpoint that a job has left.
 *
 * @param path its folder; null where there is none yet
 */
record RetainedCheckpoint(Path path) {

    private static final Path NONE = Path.of("none");

    /** The last that was completed among those of one job. */
    static RetainedCheckpoint latest(Path checkpoints) throws IOException {
        if (!Files.isDirectory(checkpoints)) {
            return new RetainedCheckpoint(NONE);
        }
        try (Stream<Path> folders = Files.list(checkpoints)) {
            return new RetainedCheckpoint(folders.filter(folder -> Files.exists(folder.resolve("_metadata")))
                    .max(Comparator.comparingInt(RetainedCheckpoint::number))
                    .orElse(NONE));
        }
    }

    private static int number(Path folder) {
        return Integer.parseInt(folder.getFileName().toString().substring("chk-".length()));
    }

    /** Whether records that were between two tasks are part of it. */
    boolean hasRecordsOnTheirWay() throws IOException {
        if (path.equals(NONE)) {
            return false;
        }
        try (DataInputStream in = new DataInputStream(Files.newInputStream(path.resolve("_metadata")))) {
            CheckpointMetadata metadata =
                    Checkpoints.loadCheckpointMetadata(in, getClass().getClassLoader(), path.toString());
            return metadata.getOperatorStates().stream()
                    .flatMap(operator -> operator.getStates().stream())
                    .anyMatch(RetainedCheckpoint::hasRecords);
        } catch (NoSuchFileException replacedByTheNext) {
            return false;
        }
    }

    private static boolean hasRecords(OperatorSubtaskState state) {
        return Stream.of(state.getInputChannelState(), state.getResultSubpartitionState())
                .map(List::copyOf)
                .anyMatch(handles -> !handles.isEmpty());
    }
}
