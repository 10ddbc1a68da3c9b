package io.github.sfcrime.local.chaos.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.local.chaos.oracle.Count;
import io.github.sfcrime.local.chaos.oracle.Group;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class ResultTableTest {

    private static final Group FIGHTS = new Group(LocalDateTime.of(2018, 10, 2, 10, 0), "Fight", "HAN");

    private final ResultTable table = new ResultTable("jdbc:postgresql://localhost/unused");

    @Test
    void aRowThatChangesIsToldAlsoWhereItIsRightInTheEnd() {
        table.is(FIGHTS, new Count(2, "Handled"));
        table.is(FIGHTS, new Count(2, "Handled"));
        assertThat(table.differences()).isEmpty();

        table.is(FIGHTS, new Count(1, "Handled"));
        table.is(FIGHTS, new Count(2, "Handled"));

        assertThat(table.differences())
                .containsExactly(
                        "row of a table has changed: 2018-10-02T10:00 Fight/HAN = 2 (Handled), then 1 (Handled)",
                        "row of a table has changed: 2018-10-02T10:00 Fight/HAN = 1 (Handled), then 2 (Handled)");
    }
}
