package io.github.sfcrime.loader.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sfcrime.loader.call.OutgoingCall;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SortedCallsTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1_000, 10_000, Long.MAX_VALUE})
    void callsComeOutByRankAndThoseOfOneRankAsTheyCame(long runBytes) throws IOException {
        Random random = new Random(7);
        List<OutgoingCall> calls = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            calls.add(new OutgoingCall(random.nextInt(500), i, new byte[random.nextInt(50)]));
        }

        List<OutgoingCall> sorted = new ArrayList<>();
        try (SortedCalls sorting = new SortedCalls(() -> SpilledRun.temporaryFile(directory), "here", runBytes)) {
            for (OutgoingCall call : calls) {
                sorting.add(call);
            }
            sorting.finish();
            sorting.drainTo(sorted::add);
        }

        calls.sort(Comparator.comparingLong(OutgoingCall::rank));
        assertThat(texts(sorted)).isEqualTo(texts(calls));
    }

    @Test
    void ranksMayBeAsFarApartAsNumbersCan() throws IOException {
        Random random = new Random(7);
        List<OutgoingCall> calls = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            calls.add(new OutgoingCall(i % 3 == 0 ? 5 : random.nextLong(), i, new byte[1]));
        }

        List<OutgoingCall> sorted = new ArrayList<>();
        try (SortedCalls sorting = SortedCalls.in(directory, 40_000)) {
            for (OutgoingCall call : calls) {
                sorting.add(call);
            }
            sorting.finish();
            sorting.drainTo(sorted::add);
        }

        calls.sort(Comparator.comparingLong(OutgoingCall::rank));
        assertThat(texts(sorted)).isEqualTo(texts(calls));
    }

    @Test
    void spilledRunsLeaveNothingInTheDirectory() throws IOException {
        try (SortedCalls sorting = new SortedCalls(() -> SpilledRun.temporaryFile(directory), "here", 1)) {
            for (int i = 0; i < 10; i++) {
                sorting.add(new OutgoingCall(i, i, new byte[1]));
            }
            assertThat(sorting.spilledRuns()).isEqualTo(10);
            try (Stream<Path> files = Files.list(directory)) {
                assertThat(files).isEmpty();
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsSaidWithTheRemedy() throws IOException {
        SpilledRun.RunFiles full =
                () -> FileChannel.open(Path.of("/dev/full"), StandardOpenOption.READ, StandardOpenOption.WRITE);
        try (SortedCalls sorting = new SortedCalls(full, "/tmp", 1)) {
            assertThatThrownBy(() -> sorting.add(new OutgoingCall(1, 1, new byte[1])))
                    .isInstanceOf(IOException.class)
                    .hasMessage("cannot put calls in order in /tmp: No space left on device: make room there, or name"
                            + " another place with --sort-directory");
        }
    }

    private static List<String> texts(List<OutgoingCall> calls) {
        return calls.stream()
                .map(call -> call.rank() + " " + call.crimeId() + " " + call.payload().length)
                .toList();
    }
}
