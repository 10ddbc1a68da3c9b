package io.github.sfcrime.loader.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.cli.http.Backoff;
import io.github.sfcrime.loader.call.CallConversion;
import io.github.sfcrime.loader.call.CallReader;
import io.github.sfcrime.loader.call.DamagedInputException;
import io.github.sfcrime.loader.call.RawCall;
import io.github.sfcrime.schemas.CallForService;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FeedTest {

    private static final Duration PAGE_WITHIN = Duration.ofSeconds(4);

    private final List<Duration> waits = new ArrayList<>();
    private final Backoff backoff = new Backoff(() -> 1, waits::add);
    private Portal portal;

    @BeforeEach
    void open() throws IOException {
        portal = new Portal();
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void theFrozenDataSetIsReadPageByPageBehindTheLastRow() throws Exception {
        addFrozen(5);

        assertThat(numbers(read(FeedDataSet.FROZEN, 2, null))).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(portal.requests())
                .containsExactly(
                        "/resource/hz9m-tj6z.json?$select=:id,*&$order=:id&$limit=2 token=t",
                        "/resource/hz9m-tj6z.json?$select=:id,*&$where=:id > 'row-001'&$order=:id&$limit=2 token=t",
                        "/resource/hz9m-tj6z.json?$select=:id,*&$where=:id > 'row-003'&$order=:id&$limit=2 token=t",
                        "/resource/hz9m-tj6z.json?$select=:id,*&$where=:id > 'row-004'&$order=:id&$limit=2 token=t");
        assertThat(waits).isEmpty();
    }

    @Test
    void aCallOfASuccessorHasItsStagesItsDistrictAndItsPriority() throws Exception {
        portal.rows().add(successor(7, "2024-05-01T10:30:00.000", "Passing Call"));
        CallForService expected = new CallForService();
        expected.setCrimeId(7L);
        expected.setOriginalCrimeTypeName("Passing Call");
        expected.setCallDateTime(LocalDateTime.of(2024, 5, 1, 10, 0));
        expected.setEntryDateTime(LocalDateTime.of(2024, 5, 1, 10, 1));
        expected.setCloseDateTime(LocalDateTime.of(2024, 5, 1, 10, 30));
        expected.setDisposition("HAN");
        expected.setAddress("A ST \\ B ST");
        expected.setAnalysisNeighborhood("Mission");
        expected.setPoliceDistrict("MISSION");
        expected.setPriority("C");

        assertThat(read(FeedDataSet.CLOSED, 10, null)).containsExactly(expected);
    }

    @Test
    void aCallWithoutAnOriginalTypeHasItsFinalOneWhichIsAskedFor() throws Exception {
        portal.rows()
                .add(successor(7, "2024-05-01T10:30:00.000", "Passing Call")
                        .replace("call_type_original_desc", "call_type_final_desc"));

        assertThat(read(FeedDataSet.LIVE, 10, null))
                .extracting(CallForService::getOriginalCrimeTypeName)
                .containsExactly("Passing Call");
        assertThat(portal.requests().get(0)).contains(",call_type_final_desc,");
    }

    @Test
    void aRowThatAPageRepeatsIsReadOnce() throws Exception {
        addFrozen(7);
        portal.repeatRowsAtBorders();

        assertThat(numbers(read(FeedDataSet.FROZEN, 3, null))).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void throttlingFailuresAndBadPagesAreWaitedOutAndThePageIsAskedForAgain() throws Exception {
        addFrozen(3);
        portal.expect(
                Portal.status(429, "7"),
                Portal.status(503, "0"),
                Portal.cutPage(),
                Portal.shortPage(),
                Portal.stalledPage());

        assertThat(numbers(read(FeedDataSet.FROZEN, 10, null))).containsExactly(1L, 2L, 3L);
        assertThat(waits)
                .containsExactly(
                        Duration.ofSeconds(7),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(8),
                        Duration.ofSeconds(16));
    }

    @Test
    void aPortalThatStaysDownEndsTheReadingAndTellsWhereToGoOn() throws Exception {
        addFrozen(4);
        List<CallForService> calls = new ArrayList<>();
        assertThatThrownBy(() -> {
                    try (CallReader reader = feed(FeedDataSet.FROZEN, 2, null)) {
                        calls.add(CallConversion.convert(next(reader)));
                        calls.add(CallConversion.convert(next(reader)));
                        for (int i = 0; i < 8; i++) {
                            portal.expect(Portal.status(500, "0"));
                        }
                        reader.next();
                    }
                })
                .isInstanceOf(DamagedInputException.class)
                .hasMessage("cannot read datasf:hz9m-tj6z to its end: HTTP 500 {\"message\":\"slow down\"} (8 times);"
                        + " the 2 rows before were read, go on with --after row-001");

        assertThat(numbers(calls)).containsExactly(1L, 2L);
        assertThat(numbers(read(FeedDataSet.FROZEN, 2, "row-001"))).containsExactly(3L, 4L);
    }

    @Test
    void aTokenThatIsRefusedIsTheUsersMistake() {
        portal.expect(Portal.status(403, "0"));

        assertThatThrownBy(() -> read(FeedDataSet.FROZEN, 2, null))
                .isInstanceOf(UserErrorException.class)
                .hasMessage("the portal refuses the app token: HTTP 403 {\"message\":\"slow down\"}; give a valid one,"
                        + " or none for fewer requests");
    }

    private void addFrozen(int calls) {
        for (int number = 1; number <= calls; number++) {
            portal.rows()
                    .add("\"crime_id\":\"" + number + "\",\"original_crimetype_name\":\"Poss\","
                            + "\"call_dttm\":\"2018-12-31T23:57:00.000\",\"point\":{\"type\":\"Point\"}");
        }
    }

    private static String successor(int number, @Nullable String closed, String type) {
        return "\"cad_number\":\"" + number + "\",\"call_type_original_desc\":\"" + type
                + "\",\"received_datetime\":\"2024-05-01T10:00:00.000\","
                + "\"entry_datetime\":\"2024-05-01T10:01:00.000\","
                + (closed == null ? "" : "\"close_datetime\":\"" + closed + "\",\"disposition\":\"HAN\",")
                + "\"priority_final\":\"C\",\"intersection_name\":\"A ST \\\\ B ST\","
                + "\"analysis_neighborhood\":\"Mission\",\"police_district\":\"MISSION\"";
    }

    private CallReader feed(FeedDataSet dataSet, int pageRows, @Nullable String after) {
        FeedQuery query = new FeedQuery(portal.url(), dataSet, pageRows);
        return new FeedReader(new FeedClient("t", PAGE_WITHIN, backoff, remark -> {}), query, after);
    }

    private List<CallForService> read(FeedDataSet dataSet, int pageRows, @Nullable String after) throws Exception {
        List<CallForService> calls = new ArrayList<>();
        try (CallReader reader = feed(dataSet, pageRows, after)) {
            RawCall call = reader.next();
            while (call != null) {
                calls.add(CallConversion.convert(call));
                call = reader.next();
            }
        }
        return calls;
    }

    private static RawCall next(CallReader reader) throws IOException {
        RawCall call = reader.next();
        assertThat(call).isNotNull();
        return call;
    }

    private static List<Long> numbers(List<CallForService> calls) {
        return calls.stream().map(CallForService::getCrimeId).toList();
    }
}
