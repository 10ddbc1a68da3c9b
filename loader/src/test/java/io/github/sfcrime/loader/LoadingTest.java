package io.github.sfcrime.loader;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.loader.call.CallReader;
import io.github.sfcrime.loader.call.CallSink;
import io.github.sfcrime.loader.call.CallSource;
import io.github.sfcrime.loader.call.OutgoingCall;
import io.github.sfcrime.loader.call.Position;
import io.github.sfcrime.loader.call.RawCall;
import io.github.sfcrime.loader.order.CallOrder;
import io.github.sfcrime.loader.order.DuplicateCount;
import io.github.sfcrime.loader.order.SortedCalls;
import io.github.sfcrime.loader.read.InputOptions;
import io.github.sfcrime.schemas.CallForService;
import io.github.sfcrime.schemas.WireFormat;
import java.io.Flushable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class LoadingTest {

    private static final int MOST_BYTES = 1000;
    private static final WireFormat<CallForService> FORMAT = new WireFormat<>(CallForService.getClassSchema());

    private static final String BACKWARDS = """
            crime_id,original_crime_type_name,call_date_time
            4,Poss,2018-12-31T23:57:00.000
            3,Poss,2018-02-30T23:50:00.000
            2,Fight,2018-12-31T23:40:00.000
            5,Poss,2018-12-31T23:40:00.000
            2,Fight,2018-12-31T23:40:00.000
            """;

    private final List<OutgoingCall> sent = new ArrayList<>();
    private final DuplicateCount sink = new DuplicateCount(sent::add);

    @TempDir
    private Path directory;

    @Test
    void callsAreSentByCallTimeAndThoseOfOneTimeAsTheyStand() throws Exception {
        load(CallOrder.EVENT_TIME, "100%");

        assertThat(sentNumbers()).containsExactly(2L, 5L, 2L, 4L);
        assertThat(sink.count()).isEqualTo(1);
    }

    @Test
    void callsAreSentByNumberWhenThatIsAskedFor() throws Exception {
        load(CallOrder.CRIME_ID, "100%");

        assertThat(sentNumbers()).containsExactly(2L, 2L, 4L, 5L);
        assertThat(sink.count()).isEqualTo(1);
    }

    @Test
    void callsAreSentAsTheyStandWhenTheOrderOfTheFileIsAskedFor() throws Exception {
        load(CallOrder.FILE, "100%");

        assertThat(sentNumbers()).containsExactly(4L, 2L, 5L, 2L);
    }

    @Test
    void aRecordThatDoesNotFitIsKeptWithItsPlaceAndReason() throws Exception {
        Loading loading = load(CallOrder.EVENT_TIME, "100%");

        assertThat(loading.recordsRead()).isEqualTo(5);
        assertThat(Files.readString(directory.resolve("rejects.jsonl")))
                .isEqualTo("{\"source\":\"" + directory.resolve("calls.csv")
                        + "\",\"record\":2,\"line\":3,\"field\":\"call_date_time\",\"value\":\"2018-02-30T23:50:00.000\","
                        + "\"reason\":\"Invalid date 'FEBRUARY 30'\",\"original\":{\"crime_id\":\"3\","
                        + "\"original_crime_type_name\":\"Poss\",\"call_date_time\":\"2018-02-30T23:50:00.000\"}}\n");
    }

    @Test
    void aLoadStopsBeyondItsLimitOfRejectsAndSendsWhatItHad() throws Exception {
        Loading loading = load(CallOrder.EVENT_TIME, "0");

        assertThat(loading.isBeyondLimit()).isTrue();
        assertThat(loading.recordsRead()).isEqualTo(2);
        assertThat(sentNumbers()).containsExactly(4L);
    }

    @Test
    void beforeAReaderRemembersWhatWasTakenRejectsAreOnDisk() throws Exception {
        List<String> onDisk = new ArrayList<>();
        CallReader reader = new CallReader() {

            private Flushable sink = () -> {};
            private boolean ended;

            @Override
            public void flushBeforeWaiting(Flushable sinkOfCalls) {
                sink = sinkOfCalls;
            }

            @Override
            public @Nullable RawCall next() throws IOException {
                if (ended) {
                    sink.flush();
                    onDisk.addAll(Files.readAllLines(directory.resolve("rejects.jsonl")));
                    return null;
                }
                ended = true;
                return new RawCall(new Position("feed", 1, 1));
            }

            @Override
            public Set<String> ignoredFields() {
                return Set.of();
            }

            @Override
            public void close() {}
        };
        CallSource source = new CallSource() {
            @Override
            public long size() {
                return -1;
            }

            @Override
            public CallReader open(LongAdder bytesRead) {
                return reader;
            }
        };
        try (Rejects rejects = new Rejects(directory.resolve("rejects.jsonl"))) {
            loading(CallOrder.FILE, "100%", rejects, SortedCalls.in(directory, 1 << 20))
                    .read(List.of(source), sink);
        }

        assertThat(onDisk).hasSize(1);
    }

    @Test
    void aLoadWithoutRejectsMakesNoFileOfThem() throws Exception {
        try (Rejects rejects = new Rejects(directory.resolve("rejects.jsonl"))) {
            assertThat(rejects.count()).isZero();
        }
        assertThat(directory.resolve("rejects.jsonl")).doesNotExist();
    }

    @Test
    void ofACutFileTheGoodRecordsAreSentAndTheCutIsReported() throws Exception {
        Path file = directory.resolve("cut.json");
        Files.writeString(
                file,
                "[{\"crime_id\":\"1\",\"original_crime_type_name\":\"Poss\",\"call_date_time\":\"2018-12-31T23:57:00.000\"},"
                        + "{\"crime_id\":");

        Loading loading = load(file, CallOrder.EVENT_TIME, "100%");

        assertThat(sentNumbers()).containsExactly(1L);
        assertThat(loading.damages())
                .containsExactly(file + ", record 2 (line 1): the input is cut short here; the 1 record before it was"
                        + " read, get a whole copy of it for the rest");
    }

    @Test
    void theCitysFileIsReadWhole() throws Exception {
        Path shared = Path.of(System.getProperty("sfcrime.shared", "../../shared"));
        Path file = shared.resolve("data/police-department-calls-for-service.json.gz");
        System.out.println(file + (Files.exists(file) ? " is used" : " is not there, nothing to test"));
        if (!Files.exists(file)) {
            return;
        }
        List<Long> ranks = new ArrayList<>();
        DuplicateCount duplicates = new DuplicateCount(call -> ranks.add(call.rank()));

        Loading loading = load(file, CallOrder.EVENT_TIME, "0", duplicates);

        assertThat(loading.recordsRead()).isEqualTo(199_999);
        assertThat(loading.damages()).isEmpty();
        assertThat(ranks).hasSize(199_999).isSorted();
        assertThat(duplicates.count()).isEqualTo(4);
    }

    @Test
    void aRecordThatKafkaWouldNotTakeIsRejected() throws Exception {
        Path file = Files.writeString(
                directory.resolve("large.csv"),
                "crime_id,original_crime_type_name,call_date_time\n1," + "x".repeat(MOST_BYTES)
                        + ",2018-12-31T23:57:00.000\n2,Poss,2018-12-31T23:57:00.000\n");

        Loading loading = load(file, CallOrder.EVENT_TIME, "100%");

        assertThat(sentNumbers()).containsExactly(2L);
        assertThat(loading.rejected()).isEqualTo(1);
        assertThat(Files.readString(directory.resolve("rejects.jsonl")))
                .contains("\"reason\":\"makes a record of 10", " bytes, more than the topic takes\"");
    }

    private Loading load(CallOrder order, String limit) throws Exception {
        Path file = Files.writeString(directory.resolve("calls.csv"), BACKWARDS, StandardCharsets.UTF_8);
        return load(file, order, limit);
    }

    private Loading load(Path file, CallOrder order, String limit) throws Exception {
        return load(file, order, limit, sink);
    }

    private Loading load(Path file, CallOrder order, String limit, CallSink target) throws IOException {
        try (Rejects rejects = new Rejects(directory.resolve("rejects.jsonl"));
                SortedCalls sorted = SortedCalls.in(directory, 1 << 20)) {
            Loading loading = loading(order, limit, rejects, sorted);
            loading.read(
                    CommandLine.populateCommand(new InputOptions(), file.toString())
                            .sources(),
                    target);
            loading.send(target);
            return loading;
        }
    }

    private static Loading loading(CallOrder order, String limit, Rejects rejects, SortedCalls sorted) {
        return new Loading(
                new CallEncoding(order, FORMAT::encode, MOST_BYTES),
                sorted,
                rejects,
                RejectLimit.parse(limit),
                new Progress(false));
    }

    private List<Long> sentNumbers() throws Exception {
        List<Long> numbers = new ArrayList<>();
        for (OutgoingCall call : sent) {
            numbers.add(FORMAT.decode(call.payload()).getCrimeId());
        }
        return numbers;
    }
}
