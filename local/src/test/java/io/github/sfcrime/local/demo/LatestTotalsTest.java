package io.github.sfcrime.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.console.rows.RecordWriter;
import io.github.sfcrime.console.rows.Row;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestTotalsTest {

    private final List<String> screen = new ArrayList<>();
    private long now;
    private final LatestTotals totals = new LatestTotals(new Screen(), 2, () -> now);

    @Test
    void theHighestAreShownOnceASecondWhileTheyChangeAndInTheEnd() throws IOException {
        write("A", 1);
        write("B", 5);
        write("C", 3);
        totals.flush();
        assertThat(screen).isEmpty();

        aSecondPasses();
        totals.flush();
        aSecondPasses();
        totals.flush();
        write("A", 9);
        write("A", 10);
        totals.close();

        assertThat(screen).containsExactly("B 5", "C 3", "--", "A 9", "B 5", "--", "A 10", "B 5", "--", "closed");
    }

    private void write(String type, long count) throws IOException {
        totals.write(new Row(List.of("type", "count"), List.of(type, count)));
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
        public void close() {
            screen.add("closed");
        }
    }
}
