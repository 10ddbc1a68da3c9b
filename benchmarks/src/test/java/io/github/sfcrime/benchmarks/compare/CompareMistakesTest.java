package io.github.sfcrime.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.benchmarks.Output;
import io.github.sfcrime.local.stack.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareMistakesTest {

    @TempDir
    Path directory;

    @Test
    void anUnknownContenderIsOneLineThatNamesAllThereAre() {
        assertThat(Output.of("compare", "--contenders", "storm"))
                .isEqualTo(mistake("there is no contender storm, there are job, sql-twin,"
                        + " standard-window, standard-window-our-decoder, kafka-streams, spark, jet, duckdb, consumer,"
                        + " consumer-decode and job@COMMIT"));
    }

    @Test
    void anUnknownWorkloadIsOneLineThatSaysWhereTheyAre() {
        Path folder = Checkout.find().root().resolve("benchmarks/workloads");

        assertThat(Output.of("compare", "--workload", "sparse"))
                .isEqualTo(mistake("there is no workload sparse: see the files in " + folder));
    }

    @Test
    void aSettingThatNoWorkloadHasIsOneLineThatNamesIt() throws IOException {
        Path file = Files.writeString(directory.resolve("odd.properties"), "record=1\n");

        assertThat(Output.of("compare", "--workload", file.toString()))
                .isEqualTo(mistake("cannot use the workload " + file + ": there are no such settings: [record]"));
    }

    @Test
    void aValueThatNoWorkloadHasIsOneLineWithTheRule() throws IOException {
        Path file = Files.writeString(directory.resolve("odd.properties"), "partitions=0\n");

        assertThat(Output.of("compare", "--workload", file.toString()))
                .isEqualTo(mistake("cannot use the workload " + file + ": partitions must be at least 1: 0"));
    }

    @Test
    void noRepetitionsIsOneLine() {
        assertThat(Output.of("compare", "--repetitions", "0"))
                .isEqualTo(mistake("--repetitions must be at least 1: 0"));
    }

    @Test
    void callsForAContenderThatTakesNoPartIsOneLine() {
        assertThat(Output.of("compare", "--contenders", "job", "--records-of", "spark=100"))
                .isEqualTo(mistake("--records-of: spark is not among the --contenders"));
    }

    private static Output mistake(String message) {
        return new Output(2, "", List.of("sfcrime bench compare: " + message));
    }
}
