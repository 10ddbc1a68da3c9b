package io.github.sfcrime.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.console.rows.RecordWriter;
import io.github.sfcrime.console.rows.Row;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestWindowsTest {

    private final List<String> screen = new ArrayList<>();
    private long now;
    private final LatestWindows windows = new LatestWindows(new Screen(), () -> now);

    @Test
    void aWindowIsShownOnceALaterOneHasBeenThereForASecond() throws IOException {
        write("09", "A");
        aSecondPasses();
        windows.flush();
        write("10", "B");
        write("09", "C");
        assertThat(screen).isEmpty();

        aSecondPasses();
        windows.flush();

        assertThat(screen).containsExactly("09 A", "09 C", "--");
    }

    @Test
    void ofManyWindowsThatCloseAtOnceTheEarlierOnesAreLeftOut() throws IOException {
        write("09", "A");
        write("10", "B");
        write("11", "C");
        aSecondPasses();
        windows.flush();
        write("12", "D");
        aSecondPasses();
        windows.flush();
        write("10", "of a window that was left out");

        assertThat(screen).containsExactly("11 C", "--");
    }

    @Test
    void inTheEndTheLastThreeAreShown() throws IOException {
        for (String hour : List.of("09", "10", "11", "12")) {
            write(hour, "A");
        }
        windows.close();

        assertThat(screen).containsExactly("10 A", "--", "11 A", "--", "12 A", "--");
    }

    private void write(String window, String type) throws IOException {
        windows.write(new Row(List.of("window_start", "type"), List.of(window, type)));
    }

    private void aSecondPasses() {
        now += Duration.ofSeconds(1).toNanos();
    }

    /** Notes what is written and where it was flushed. */
    private final class Screen implements RecordWriter {

        @Override
        public void write(Row row) {
            screen.add(row.values().get(0) + " " + row.values().get(1));
        }

        @Override
        public void flush() {
            screen.add("--");
        }

        @Override
        public void close() {}
    }
}
