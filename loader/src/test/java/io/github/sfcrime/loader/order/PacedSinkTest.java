package io.github.sfcrime.loader.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.loader.call.CallSink;
import io.github.sfcrime.loader.call.OutgoingCall;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class PacedSinkTest {

    private static final long MILLI = 1_000_000;

    private final List<Long> sentAtMillis = new ArrayList<>();
    private long now = 5_000 * MILLI;
    private int completed;

    @Test
    void callsOfARateGoAtEvenDistancesFromTheFirst() throws IOException {
        CallSink sink = paced("--rate", "500/s");

        for (int i = 0; i < 4; i++) {
            sink.accept(at(0));
        }

        assertThat(sentAtMillis).containsExactly(5_000L, 5_002L, 5_004L, 5_006L);
    }

    @Test
    void aDelayIsMadeUpForAndDoesNotAddUp() throws IOException {
        CallSink sink = paced("--rate", "500");
        sink.accept(at(0));
        now += 5 * MILLI;

        for (int i = 0; i < 4; i++) {
            sink.accept(at(0));
        }

        assertThat(sentAtMillis).containsExactly(5_000L, 5_005L, 5_005L, 5_006L, 5_008L);
    }

    @Test
    void aReplayGoesByCallTimeSoManyTimesFaster() throws IOException {
        CallSink sink = paced("--speedup", "60");

        sink.accept(at(0));
        sink.accept(at(60_000));
        sink.accept(at(30_000));
        sink.accept(at(120_000));

        assertThat(sentAtMillis).containsExactly(5_000L, 6_000L, 6_000L, 7_000L);
        assertThat(completed).isEqualTo(2);
    }

    @Test
    void aWaitCanBeInterrupted() throws IOException {
        CallSink sink = paced("--rate", "0.1/s");
        sink.accept(at(0));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> sink.accept(at(0))).isInstanceOf(InterruptedIOException.class);
    }

    @Test
    void aPaceThatIsNoneIsTheUsersMistake() {
        assertThatThrownBy(() -> options("--rate", "fast").schedule()).isInstanceOf(UserErrorException.class);
        assertThatThrownBy(() -> options("--rate", "0/s").schedule()).isInstanceOf(UserErrorException.class);
        assertThatThrownBy(() -> options("--speedup", "-1").schedule()).isInstanceOf(UserErrorException.class);
        assertThatThrownBy(() -> options("--rate", "1", "--speedup", "1").schedule())
                .isInstanceOf(UserErrorException.class);
    }

    private CallSink paced(String... arguments) {
        Schedule schedule = options(arguments).schedule();
        assertThat(schedule).isNotNull();
        CallSink sent = new CallSink() {
            @Override
            public void accept(OutgoingCall call) {
                sentAtMillis.add(now / MILLI);
            }

            @Override
            public void complete() {
                completed++;
            }
        };
        // A sleep may end early, as a thread's does.
        return new PacedSink(sent, schedule, () -> now, nanos -> now += Math.max(1, nanos / 2));
    }

    private static PaceOptions options(String... arguments) {
        return CommandLine.populateCommand(new PaceOptions(), arguments);
    }

    private static OutgoingCall at(long millis) {
        return new OutgoingCall(millis, 1, new byte[0]);
    }
}
