package io.github.sfcrime.local.chaos.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.local.stack.Delivery;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The oracle, and what it says of results that are not as they must be. */
class DifferencesTest {

    private static final LocalDateTime TEN = LocalDateTime.of(2018, 10, 2, 10, 0);
    private static final Group FIGHTS = new Group(TEN, "Fight", "HAN");
    private static final Group STOPS = new Group(TEN, "Traffic Stop", "");
    private static final Count TWO_HANDLED = new Count(2, "Handled");
    private static final Count ONE_UNKNOWN = new Count(1, null);
    private static final Place LATE = new Place(0, 4);
    private static final Place POISON = new Place(1, 1);

    private final Oracle oracle = new Oracle(Duration.ofMinutes(10));
    private final Written written = new Written();

    DifferencesTest() {
        oracle.partition(0);
        oracle.partition(1);
        call(0, 0, TEN.plusMinutes(5), "Fight", "HAN");
        call(0, 1, TEN.plusMinutes(59), "Traffic Stop", "");
        // Offset 2 is a transaction's marker.
        call(0, 3, TEN.plusMinutes(70), "Fight", "HAN");
        call(0, 4, TEN.plusMinutes(59), "Fight", "HAN");
        call(1, 0, TEN.plusMinutes(1), "Fight", "HAN");
        oracle.noCall(POISON);
        call(1, 2, TEN.plusMinutes(70), "Fight", "HAN");
        oracle.callFromFuture(new Place(1, 3));
    }

    @Test
    void whatIsAsItMustBeHasNoDifference() {
        writeAll();

        assertThat(differences(Delivery.EXACTLY_ONCE)).isEmpty();
    }

    @Test
    void theOutcomesOfAllRecordsAddUp() {
        Expectation expected = oracle.expectation();

        assertThat(expected.records()).isEqualTo(8);
        assertThat(expected.counted()).isEqualTo(5);
        assertThat(expected.late()).containsExactly(LATE);
        assertThat(expected.deadLetters()).isEqualTo(1);
        assertThat(expected.fromFuture()).isEqualTo(1);
    }

    @Test
    void aWindowIsOpenUntilItIsOverInEachPartition() {
        oracle.partition(2);

        assertThat(oracle.expectation().rows()).isEmpty();
    }

    @Test
    void aRowThatIsMissingIsTornFromItsWindow() {
        written.row(FIGHTS, TWO_HANDLED);
        writeSetAside();

        assertThat(differences(Delivery.EXACTLY_ONCE))
                .containsExactly("row is missing: 2018-10-02T10:00 Traffic Stop/ = 1 (null), though other rows of its"
                        + " window are there");
    }

    @Test
    void aWindowThatIsMissingIsMissing() {
        writeSetAside();

        assertThat(differences(Delivery.AT_LEAST_ONCE))
                .containsExactly(
                        "row is missing: 2018-10-02T10:00 Fight/HAN = 2 (Handled)",
                        "row is missing: 2018-10-02T10:00 Traffic Stop/ = 1 (null)");
    }

    @Test
    void aRowThatIsThereTwiceIsADifferenceWhereDeliveryIsExactlyOnce() {
        writeAll();
        written.row(FIGHTS, TWO_HANDLED);

        assertThat(differences(Delivery.EXACTLY_ONCE))
                .containsExactly("row is there 2 times: 2018-10-02T10:00 Fight/HAN = 2 (Handled)");
        assertThat(differences(Delivery.AT_LEAST_ONCE)).isEmpty();
    }

    @Test
    void aRowThatWasOtherwiseOnceIsADifferenceInAnyDelivery() {
        written.row(FIGHTS, new Count(1, "Handled"));
        writeAll();

        assertThat(differences(Delivery.AT_LEAST_ONCE))
                .containsExactly(
                        "row is wrong: 2018-10-02T10:00 Fight/HAN = [1 (Handled), 2 (Handled)], not 2 (Handled)");
    }

    @Test
    void aRowOfNoCallIsADifferenceAndOneOfAWindowThatIsOpenIsNotJudged() {
        writeAll();
        written.row(new Group(TEN, "Nothing", ""), ONE_UNKNOWN);
        written.row(new Group(TEN.plusHours(1), "Fight", "HAN"), TWO_HANDLED);

        assertThat(differences(Delivery.EXACTLY_ONCE))
                .containsExactly("row of no call: 2018-10-02T10:00 Nothing/ = [1 (null)]");
    }

    @Test
    void lateCallsAndDeadLettersAreThoseOfTheTopic() {
        written.row(FIGHTS, TWO_HANDLED);
        written.row(STOPS, ONE_UNKNOWN);
        written.late(new Place(0, 0));
        written.late(new Place(0, 1_000));
        written.setAside(POISON);
        written.setAside(POISON);

        assertThat(differences(Delivery.EXACTLY_ONCE))
                .containsExactly(
                        "late call is missing: 0:4",
                        "late call that is none: 0:0",
                        "dead letter is there 2 times: 1:1",
                        "dead letter is missing: 1:3");
    }

    @Test
    void aTableHasOneRowForEachKey() {
        written.row(FIGHTS, TWO_HANDLED);
        written.row(STOPS, ONE_UNKNOWN);
        assertThat(Differences.betweenRows(oracle.expectation(), written)).isEmpty();

        written.row(STOPS, ONE_UNKNOWN);
        assertThat(Differences.betweenRows(oracle.expectation(), written))
                .containsExactly("row is there 2 times: 2018-10-02T10:00 Traffic Stop/ = 1 (null)");
    }

    private void writeAll() {
        written.row(FIGHTS, TWO_HANDLED);
        written.row(STOPS, ONE_UNKNOWN);
        writeSetAside();
    }

    private void writeSetAside() {
        written.late(LATE);
        written.setAside(POISON);
        written.setAside(new Place(1, 3));
    }

    private void call(int partition, long offset, LocalDateTime time, String type, String disposition) {
        oracle.call(new Place(partition, offset), new CountedCall(time, type, disposition));
    }

    private List<String> differences(Delivery delivery) {
        return Differences.between(oracle.expectation(), written, delivery);
    }
}
