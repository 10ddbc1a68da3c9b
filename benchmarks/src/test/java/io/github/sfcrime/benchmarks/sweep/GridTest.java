package io.github.sfcrime.benchmarks.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sfcrime.cli.UserErrorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridTest {

    @TempDir
    Path directory;

    @Test
    void allCombinationsAreVisitedWhereThereAreNoGenerators() throws IOException {
        Grid grid = grid("parallelism=1,2", "kafka.max.poll.records=5,6", "flink.state.backend.type=hashmap");

        assertThat(grid.cells()).containsExactly(cell("1", "5"), cell("1", "6"), cell("2", "5"), cell("2", "6"));
    }

    @Test
    void aGeneratedSettingIsAtItsSecondValueWhereTheOthersAgree() {
        Grid quick = Grid.read("quick");

        assertThat(quick.cells().stream().map(GridTest::levels))
                .containsExactlyInAnyOrder("1 500 3g", "1 5000 1g", "2 500 1g", "2 5000 3g");
        assertThat(quick.exploratory()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"core, 16, 8", "full, 32, 9"})
    void everySettingOfAFractionIsAsOftenAtOneValueAsAtTheOther(String grid, int size, int settings) {
        Map<String, List<String>> values = new java.util.TreeMap<>();
        List<Cell> cells = Grid.read(grid).cells();
        cells.forEach(cell -> cell.settings()
                .forEach((name, value) -> values.computeIfAbsent(name, any -> new java.util.ArrayList<>())
                        .add(value)));
        values.values().removeIf(all -> new HashSet<>(all).size() == 1);

        assertThat(cells).hasSize(size).doesNotHaveDuplicates();
        assertThat(values)
                .hasSize(settings)
                .allSatisfy((name, all) -> assertThat(
                                all.stream().filter(all.get(0)::equals).count())
                        .isEqualTo(size / 2));
    }

    @Test
    void everyCellIsVisitedOncePerRepetitionInAnOrderThatTheSeedGivesAndClustersStayTogether() {
        Grid quick = Grid.read("quick");
        List<Visit> visits = Visits.of(quick);
        List<Boolean> changes = new java.util.ArrayList<>();
        for (int i = 1; i < visits.size(); i++) {
            changes.add(!visits.get(i)
                    .cell()
                    .cluster()
                    .equals(visits.get(i - 1).cell().cluster()));
        }

        assertThat(visits).hasSize(12).doesNotHaveDuplicates().isEqualTo(Visits.of(quick));
        assertThat(changes.stream().filter(changed -> changed).count()).isLessThanOrEqualTo(5);
    }

    @Test
    void aCellNeedsAsManyTaskManagersAsGiveEachInstanceASlot() {
        Cell cell = new Cell(Map.of(
                "parallelism",
                "2",
                "cluster.taskmanager.numberOfTaskSlots",
                "1",
                "flink.a.b",
                "c",
                "job.window",
                "PT1H"));

        assertThat(cell.cluster().taskManagers()).isEqualTo(2);
        assertThat(cell.clientOptions()).containsExactly("-p", "2", "-Da.b=c");
        assertThat(cell.jobArguments()).containsExactly("--window", "PT1H");
    }

    @Test
    void aShortWindowIsForExploring() {
        assertThatThrownBy(() -> grid("parallelism=1", "window=PT10S"))
                .isInstanceOf(UserErrorException.class)
                .hasMessageEndingWith("window must be at least PT30S, or PT1S where exploratory is true: PT10S");
    }

    @Test
    void anUnknownSettingIsNamed() {
        assertThatThrownBy(() -> grid("paralelism=1"))
                .isInstanceOf(UserErrorException.class)
                .hasMessageEndingWith("there are no such settings: [paralelism]");
    }

    private Grid grid(String... lines) throws IOException {
        return Grid.read(Files.write(directory.resolve("grid.properties"), List.of(lines))
                .toString());
    }

    private static Cell cell(String parallelism, String records) {
        return new Cell(Map.of(
                "parallelism", parallelism, "kafka.max.poll.records", records, "flink.state.backend.type", "hashmap"));
    }

    private static String levels(Cell cell) {
        return String.join(
                " ",
                cell.settings().get("parallelism"),
                cell.settings().get("kafka.max.poll.records"),
                cell.settings().get("cluster.taskmanager.memory.process.size"));
    }
}
