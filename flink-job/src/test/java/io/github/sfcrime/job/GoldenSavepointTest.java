package io.github.sfcrime.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.job.PlainCount.TestWindows;
import io.github.sfcrime.job.partials.Counting;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.results.Join;
import io.github.sfcrime.job.time.TimeSource;
import io.github.sfcrime.job.time.WindowShape;
import io.github.sfcrime.schemas.RadioCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Savepoints in the test resources, one for each layout that the state has had, written on the oldest Flink that the job
 * runs on: they must go on being restored. {@code mvn test -pl flink-job -am -Dflink.version=2.2.0
 * -Dtest=GoldenSavepointTest -Dsurefire.failIfNoSpecifiedTests=false -Dsavepoint.write=DIRECTORY} writes one.
 */
class GoldenSavepointTest {

    private static final Path SAVEPOINTS = Path.of("src", "test", "resources", "savepoints");
    private static final NumberedCalls CALLS = new NumberedCalls(4_000, 17);

    /** Long ones, of which none closes before the savepoint. */
    private static final Counting WEEKS = new Counting(
            EnumSet.allOf(Query.class),
            WindowShape.tumbling(Duration.ofDays(7)),
            Duration.ZERO,
            TimeSource.EVENT,
            RadioCodes.builtIn(),
            2,
            Duration.ofDays(1));

    /** Days from Monday, as days since an epoch that was a Thursday do not fall. */
    private static final TestWindows TEST_WEEKS = new TestWindows(7 * 24 * 60, 7 * 24 * 60, false).shiftedByDays(4);

    static Stream<Path> layouts() throws IOException {
        try (Stream<Path> layouts = Files.list(SAVEPOINTS)) {
            return layouts.toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void aSavepointOfEachLayoutIsRestoredAndCountingGoesOnExactly(Path savepoint) throws Exception {
        PlainCount plain = new PlainCount(TEST_WEEKS, RadioCodes.builtIn(), Join.LEFT);
        try (StoppableJob job = new StoppableJob(WEEKS, savepoint).from(savepoint)) {
            job.runToEnd(CALLS, 2);

            for (Query query : Query.values()) {
                assertThat(job.rows(query)).as(query.title()).isEqualTo(plain.rows(query, CALLS.all()));
            }
            assertThat(job.door("callsIn")).isEqualTo(4_000);
            assertThat(job.door("callsCounted")).isEqualTo(4_000);
        }
    }

    @Test
    void aSavepointCanBeWritten(@TempDir Path temporary) throws Exception {
        Path directory = Path.of(System.getProperty("savepoint.write", temporary.toString()));
        try (StoppableJob job = new StoppableJob(WEEKS, directory)) {
            job.run(CALLS, 60, 1, 200);
        }
        try (Stream<Path> written = Files.list(directory)) {
            assertThat(written.map(savepoint -> savepoint.resolve("_metadata")))
                    .allMatch(Files::exists)
                    .isNotEmpty();
        }
    }
}
