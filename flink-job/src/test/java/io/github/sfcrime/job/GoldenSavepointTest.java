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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Savepoints in the test resources, one of each kind of windows for each layout that the state has had, with totals
 * that wait and duplicates that are known: they must go on being restored. {@code mvn test -pl flink-job -am
 * -Dflink.version=2.2.0 -Dtest=GoldenSavepointTest -Dsurefire.failIfNoSpecifiedTests=false -Dsavepoint.write=DIRECTORY}
 * writes them, on the oldest Flink that the job runs on.
 */
class GoldenSavepointTest {

    private static final Path SAVEPOINTS = Path.of("src", "test", "resources", "savepoints");

    private static final NumberedCalls CALLS = new NumberedCalls(4_000, 17);

    /** Calls before the savepoint: more than two days. */
    private static final int BEFORE = 3_500;

    /** What a savepoint has state of. The folder of each layout begins with its name. */
    @SuppressWarnings("ImmutableEnumChecker") // Sets that no test changes.
    enum Questions {
        LAYOUT(EnumSet.complementOf(
                EnumSet.of(Query.DISTRICTS, Query.RESPONSE_TIMES, Query.UNUSUAL, Query.OPEN_CALLS))),
        RESPONSE_TIMES(EnumSet.of(Query.RESPONSE_TIMES)),
        /** With what is known of each call. */
        UPDATES(EnumSet.of(Query.TYPES, Query.OPEN_CALLS));

        private final Set<Query> queries;

        Questions(Set<Query> queries) {
            this.queries = queries;
        }

        private static Questions of(Path layout) {
            String folder = layout.getFileName().toString();
            return Arrays.stream(values())
                    .filter(each -> folder.startsWith(each.title()))
                    .findFirst()
                    .orElseThrow();
        }

        private String title() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Which windows are open at the savepoint. */
    @SuppressWarnings("ImmutableEnumChecker") // Records that no test changes.
    enum Kind {
        /** One long one, which has emitted nothing. */
        WEEKS(WindowShape.tumbling(Duration.ofDays(7)), Duration.ZERO, weeks()),
        /** Ones that overlap and still take late calls, across pages, with their running sum. */
        HOPPING(
                WindowShape.hopping(Duration.ofDays(1), Duration.ofMinutes(30)),
                Duration.ofHours(12),
                new TestWindows(24 * 60, 30, false)),
        /** Ones that grow, with their running sum. */
        CUMULATING(
                WindowShape.cumulating(Duration.ofDays(1), Duration.ofMinutes(10)),
                Duration.ZERO,
                new TestWindows(24 * 60, 10, true));

        private final WindowShape shape;
        private final Duration lateness;
        private final TestWindows windows;

        Kind(WindowShape shape, Duration lateness, TestWindows windows) {
            this.shape = shape;
            this.lateness = lateness;
            this.windows = windows;
        }

        private Counting counting(Questions questions) {
            return new Counting(
                    questions.queries,
                    shape,
                    lateness,
                    TimeSource.EVENT,
                    RadioCodes.builtIn(),
                    2,
                    Map.of("A", PlainCount.GOAL),
                    Duration.ofDays(1),
                    questions == Questions.UPDATES ? Duration.ofDays(30) : null);
        }

        /** Days from Monday, as days since an epoch that was a Thursday do not fall. */
        private static TestWindows weeks() {
            return new TestWindows(7 * 24 * 60, 7 * 24 * 60, false).shiftedByDays(4);
        }

        private String title() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Stream<Arguments> layouts() throws IOException {
        List<Arguments> all = new ArrayList<>();
        try (Stream<Path> layouts = Files.list(SAVEPOINTS)) {
            for (Path layout : layouts.sorted().toList()) {
                for (Kind kind : Kind.values()) {
                    Path savepoint = layout.resolve(kind.title());
                    if (Files.exists(savepoint)) {
                        all.add(Arguments.of(Questions.of(layout), savepoint, kind));
                    }
                }
            }
        }
        return all.stream();
    }

    static Stream<Arguments> kinds() {
        return Arrays.stream(Questions.values())
                .flatMap(questions -> Arrays.stream(Kind.values()).map(kind -> Arguments.of(questions, kind)));
    }

    /** Windows that had been emitted before the savepoint are no rows of this run; all that follow are. */
    @ParameterizedTest
    @MethodSource("layouts")
    void aSavepointOfEachLayoutIsRestoredAndCountingGoesOnExactly(Questions questions, Path savepoint, Kind kind)
            throws Exception {
        PlainCount plain = new PlainCount(kind.windows, RadioCodes.builtIn(), Join.LEFT);
        try (StoppableJob job = new StoppableJob(kind.counting(questions), savepoint).from(savepoint)) {
            job.runToEnd(CALLS, 2);

            for (Query query : questions.queries) {
                List<String> rows = job.rows(query);
                String first = rows.stream()
                        .map(GoldenSavepointTest::windowEnd)
                        .sorted()
                        .findFirst()
                        .orElseThrow();
                assertThat(rows)
                        .as(query.title())
                        .isEqualTo(plain.rows(query, CALLS.all()).stream()
                                .filter(row -> windowEnd(row).compareTo(first) >= 0)
                                .toList());
            }
            assertThat(job.outcome("callsIn")).isEqualTo(4_000);
            assertThat(job.outcome("callsCounted")).isEqualTo(4_000);
        }
    }

    private static String windowEnd(String row) {
        return row.substring(row.indexOf('/') + 1, row.indexOf(' '));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aSavepointCanBeWritten(Questions questions, Kind kind, @TempDir Path temporary) throws Exception {
        Path directory = Path.of(System.getProperty("savepoint.write", temporary.toString()))
                .resolve(questions.title())
                .resolve(kind.title());
        try (StoppableJob job = new StoppableJob(kind.counting(questions), directory)) {
            job.run(CALLS, 1, 1, BEFORE);
        }
        try (Stream<Path> written = Files.list(directory)) {
            assertThat(written.map(savepoint -> savepoint.resolve("_metadata")))
                    .allMatch(Files::exists)
                    .isNotEmpty();
        }
    }
}
