package io.github.sfcrime.loader.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.cli.http.Backoff;
import io.github.sfcrime.loader.call.CallField;
import io.github.sfcrime.loader.call.CallReader;
import io.github.sfcrime.loader.call.RawCall;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data set that is read again and again, by loads that end and are started again. */
final class FollowTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2024, 5, 10, 12, 0);
    private static final String HEADING = "calls sent from datasf:gnap-fj3t to topic calls";

    private final List<String> sent = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private boolean updates;
    private Portal portal;

    @TempDir
    private Path directory;

    @BeforeEach
    void open() throws IOException {
        portal = new Portal();
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void aCallIsSentOnceWhenItIsClosedWhateverChangesAfterwards() throws IOException {
        add(1, null);
        add(2, "2024-05-10T10:30:00.000");

        follow(null, () -> change(1, "2024-05-10T10:40:00.000"), () -> change(2, "2024-05-10T10:50:00.000"));

        assertThat(sent).containsExactly("2", "flushed", "1", "flushed", "flushed", "flushed");
    }

    @Test
    void aPortalThatIsAwayForHoursIsWaitedForOnceItHasAnswered() throws IOException {
        add(1, "2024-05-10T10:30:00.000");
        Runnable[] waits = new Runnable[301];
        Arrays.fill(waits, (Runnable) () -> {});
        waits[0] = () -> {
            add(2, "2024-05-10T10:40:00.000");
            for (int trouble = 0; trouble < 100; trouble++) {
                portal.expect(Portal.status(503, "7200"), Portal.status(403, "0"), Portal.cutPage());
            }
        };

        follow(null, waits);

        assertThat(sent).containsExactly("1", "flushed", "2", "flushed", "flushed");
        assertThat(remarks)
                .containsExactly(
                        "the portal gives no page: HTTP 503 {\"message\":\"slow down\"}; it is asked again until it"
                                + " does",
                        "the portal answers again");
    }

    @Test
    void aTokenThatIsRefusedFromTheStartEndsTheFollowing() throws IOException {
        portal.expect(Portal.status(403, "0"));

        try (CallReader reader = reader(state())) {
            assertThatThrownBy(reader::next).isInstanceOf(UserErrorException.class);
        }
    }

    @Test
    void aLoadThatIsStartedAgainSendsOnlyWhatWasClosedSince() throws IOException {
        add(1, "2024-04-01T10:30:00.000");
        add(2, "2024-05-10T10:30:00.000");
        add(3, null);
        FollowState state = state();
        follow(state);
        change(3, "2024-05-10T11:00:00.000");
        add(4, "2024-05-10T11:30:00.000");

        follow(state);

        assertThat(sent).containsExactly("1", "2", "flushed", "flushed", "3", "4", "flushed", "flushed");
        assertThat(portal.requests())
                .filteredOn(request -> request.contains("close_datetime >= '"))
                .first()
                .asString()
                .contains("$where=close_datetime >= '2024-05-03T10:30:00'&");
        assertThat(Files.readAllLines(directory.resolve("sent.txt")))
                .containsExactlyInAnyOrder(HEADING, "2024-05-10T10:30 2", "2024-05-10T11:00 3", "2024-05-10T11:30 4");
    }

    @Test
    void aFirstReadingThatIsCutShortIsNotTakenForAll() throws IOException {
        add(1, "2024-04-01T10:30:00.000");
        add(2, "2024-05-10T10:30:00.000");
        try (CallReader reader = reader(state())) {
            assertThat(next(reader)).isEqualTo("1");
        }

        assertThat(directory.resolve("sent.txt")).doesNotExist();
    }

    @Test
    void aCallThatWasReadButNotTakenIsSentByTheNextStart() throws IOException {
        add(1, "2024-05-10T10:30:00.000");
        follow(state());
        add(2, "2024-05-10T10:31:00.000");
        try (CallReader reader = reader(state())) {
            assertThat(next(reader)).isEqualTo("2");
        }
        sent.clear();

        follow(state());

        assertThat(sent).containsExactly("2", "flushed", "flushed");
    }

    @Test
    void aCallThatIsClosedInTheFutureDoesNotMakeTheOthersOld() throws IOException {
        add(1, "2099-01-01T00:00:00.000");
        add(2, "2024-05-10T10:30:00.000");

        follow(null, () -> add(3, "2024-05-10T10:40:00.000"));

        assertThat(sent).containsExactly("1", "2", "flushed", "3", "flushed", "flushed");
    }

    @Test
    void whatIsRememberedIsBounded() throws IOException {
        FollowedCalls calls = new FollowedCalls(state(), () -> NOW);
        for (int day = 0; day < 100; day++) {
            for (int call = 0; call < 1000; call++) {
                calls.remember(day + "-" + call, NOW.minusDays(100 - day).toString());
            }
        }
        calls.save();

        assertThat(Files.readAllLines(directory.resolve("sent.txt"))).hasSize(1 + 8 * 1000);
    }

    @Test
    void aFileOfSomethingElseOrADamagedOneIsTheUsersMistake() throws IOException {
        Path file = Files.writeString(directory.resolve("sent.txt"), "other\n");
        assertThatThrownBy(() -> new FollowedCalls(state(), () -> NOW))
                .isInstanceOf(UserErrorException.class)
                .hasMessage("cannot go on with " + file + ": it is about 'other', not '" + HEADING
                        + "': name another file with --follow-state");
        Files.writeString(file, HEADING + "\n2024-05-10T11:00 3\n2024-05\n");
        assertThatThrownBy(() -> new FollowedCalls(state(), () -> NOW))
                .isInstanceOf(UserErrorException.class)
                .hasMessage("cannot go on with " + file + ": after 1 calls it is damaged: bring back a whole copy, or"
                        + " remove it and have all calls sent again");
    }

    @Test
    void withUpdatesOpenCallsAreSentAndEachAgainWhenItHasChanged() throws IOException {
        updates = true;
        add(1, null);
        add(2, "2024-05-10T10:30:00.000");

        follow(
                null,
                () -> {},
                () -> portal.rows().set(0, row(1, null) + ",\"call_type_final_desc\":\"Assault\""),
                () -> change(1, "2024-05-10T10:40:00.000"),
                () -> change(1, null));

        assertThat(sent)
                .containsExactly(
                        "1",
                        "2",
                        "flushed",
                        "flushed",
                        "1 Assault",
                        "flushed",
                        "1",
                        "flushed",
                        "1",
                        "flushed",
                        "flushed");
        assertThat(portal.requests()).noneMatch(request -> request.contains("close_datetime >="));
    }

    @Test
    void withUpdatesALoadThatIsStartedAgainSendsWhatHasChangedSince() throws IOException {
        updates = true;
        add(1, null);
        add(2, null);
        follow(state());
        change(2, "2024-05-10T10:40:00.000");

        follow(state());
        follow(state());

        assertThat(sent)
                .containsExactly("1", "2", "flushed", "flushed", "2", "flushed", "flushed", "flushed", "flushed");
        assertThat(Files.readAllLines(directory.resolve("sent.txt"))).hasSize(3);
    }

    private FollowState state() {
        return new FollowState(directory.resolve("sent.txt"), HEADING);
    }

    private void add(int number, @Nullable String closed) {
        portal.rows().add(row(number, closed));
    }

    private void change(int number, @Nullable String closed) {
        portal.rows().set(number - 1, row(number, closed));
    }

    private static String row(int number, @Nullable String closed) {
        return "\"cad_number\":\"" + number + "\",\"call_type_original_desc\":\"Fight\","
                + "\"received_datetime\":\"2024-03-01T10:00:00.000\""
                + (closed == null ? "" : ",\"close_datetime\":\"" + closed + "\"");
    }

    /** Follows until there are no more changes to the data set, of which one is made in each wait. */
    private void follow(@Nullable FollowState state, Runnable... changes) throws IOException {
        Iterator<Runnable> left = List.of(changes).iterator();
        assertThatThrownBy(() -> {
                    try (CallReader reader = reader(state, left)) {
                        while (true) {
                            sent.add(next(reader));
                        }
                    }
                })
                .isInstanceOf(InterruptedIOException.class);
    }

    private CallReader reader(FollowState state) throws IOException {
        return reader(state, List.<Runnable>of().iterator());
    }

    private CallReader reader(@Nullable FollowState state, Iterator<Runnable> changes) throws IOException {
        Backoff waits = new Backoff(() -> 1, time -> {
            if (!changes.hasNext()) {
                throw new InterruptedException();
            }
            changes.next().run();
        });
        Feed.Following following =
                new Feed.Following(Duration.ofMinutes(5), new FollowedCalls(state, () -> NOW), updates);
        FeedQuery query = new FeedQuery(portal.url(), FeedDataSet.LIVE, 10);
        CallReader reader = new Feed(query, null, waits, null, following, remarks::add).open(new LongAdder());
        reader.flushBeforeWaiting(() -> sent.add("flushed"));
        return reader;
    }

    private static String next(CallReader reader) throws IOException {
        RawCall call = reader.next();
        assertThat(call).isNotNull();
        String type = call.value(CallField.ORIGINAL_CRIME_TYPE_NAME);
        return call.value(CallField.CRIME_ID) + ("Fight".equals(type) ? "" : " " + type);
    }
}
