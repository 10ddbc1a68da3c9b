package io.github.sfcrime.console.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.console.Samples;
import io.github.sfcrime.schemas.RadioCode;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** Records in frames. */
class TableTest {

    private final StringWriter out = new StringWriter();

    @Test
    void eachWindowHasItsFrameWithTheHighestCountsFirst() throws IOException {
        try (Table table = new Table(out)) {
            table.write(Samples.count(Samples.NINE.plusHours(1), "Passing Call", null, null, 7));
            table.write(Samples.handled("Traffic Stop", 3));
            table.write(Samples.handled("Passing Call", 1200));
            table.write(Samples.handled("A type that nobody could ever be expected to read", 3));
        }
        assertThat(out).hasToString("""
                2018-10-02T09:00:00 to 2018-10-02T10:00:00
                +------------------------------------------+-------------+-------+-------------+
                | original_crime_type_name                 | disposition | count | description |
                +------------------------------------------+-------------+-------+-------------+
                | Passing Call                             | HAN         |  1200 | Handled     |
                | A type that nobody could ever be expect… | HAN         |     3 | Handled     |
                | Traffic Stop                             | HAN         |     3 | Handled     |
                +------------------------------------------+-------------+-------+-------------+

                2018-10-02T10:00:00 to 2018-10-02T11:00:00
                +--------------------------+-------------+-------+-------------+
                | original_crime_type_name | disposition | count | description |
                +--------------------------+-------------+-------+-------------+
                | Passing Call             |             |     7 |             |
                +--------------------------+-------------+-------+-------------+

                """);
    }

    @Test
    void aLimitSaysHowManyRowsItHides() throws IOException {
        try (Table table = new Table(out, 1)) {
            table.write(Samples.handled("Passing Call", 12));
            table.write(Samples.handled("Traffic Stop", 3));
            table.write(Samples.handled("Poss", 2));
            table.flush();
            assertThat(table.shown()).isEqualTo(1);
            assertThat(table.hidden()).isEqualTo(2);
        }
        assertThat(out).hasToString("""
                2018-10-02T09:00:00 to 2018-10-02T10:00:00
                +--------------------------+-------------+-------+-------------+
                | original_crime_type_name | disposition | count | description |
                +--------------------------+-------------+-------+-------------+
                | Passing Call             | HAN         |    12 | Handled     |
                +--------------------------+-------------+-------+-------------+
                and 2 more rows

                """);
    }

    @Test
    void recordsWithoutAWindowKeepTheirOrderAndCannotSteerTheTerminal() throws IOException {
        try (Table table = new Table(out)) {
            table.write(new RadioCode("HAN", "Handled"));
            table.write(new RadioCode("ABA", "\u001b[31mred\n\u202e"));
        }
        assertThat(out).hasToString("""
                +------------------+----------------------+
                | disposition_code | description          |
                +------------------+----------------------+
                | HAN              | Handled              |
                | ABA              | \\u001b[31mred \\u202e |
                +------------------+----------------------+

                """);
    }

    @Test
    void aRowThatIsWiderThanTheTerminalHasALinePerField() throws IOException {
        try (Table table = new Table(out, Integer.MAX_VALUE, 70)) {
            table.write(Samples.handled("Passing Call", 12));
            table.write(Samples.handled("A type that nobody could ever be expected to read", 3));
            table.write(new RadioCode("HAN", "Handled"));
        }
        assertThat(out).hasToString("""
                +------------------+-------------+
                | disposition_code | description |
                +------------------+-------------+
                | HAN              | Handled     |
                +------------------+-------------+

                2018-10-02T09:00:00 to 2018-10-02T10:00:00
                original_crime_type_name  Passing Call
                disposition               HAN
                count                     12
                description               Handled

                original_crime_type_name  A type that nobody could ever be expected to read
                disposition               HAN
                count                     3
                description               Handled


                """);
    }

    @Test
    void recordsWithoutAWindowAreNotHeldForLong() throws IOException {
        try (Table table = new Table(out)) {
            for (int i = 0; i < 1_000; i++) {
                table.write(new RadioCode("HAN", "Handled"));
            }
            assertThat(table.shown()).isEqualTo(1_000);
        }
    }
}
