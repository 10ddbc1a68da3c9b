package io.github.sfcrime.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.benchmarks.Output;
import io.github.sfcrime.local.stack.Checkout;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyMistakesTest {

    @Test
    void anUnknownContenderIsOneLineThatNamesAllThereAre() {
        assertThat(Output.of("latency", "--contender", "storm"))
                .isEqualTo(mistake("there is no contender storm, there are job, job@COMMIT and standard-totals"));
    }

    @Test
    void aJobOfACommitThatIsNotThereIsOneLine() {
        assertThat(Output.of("latency", "--contender", "job@nowhere"))
                .isEqualTo(mistake(
                        "there is no commit nowhere in " + Checkout.find().root()));
    }

    private static Output mistake(String text) {
        return new Output(2, "", List.of("sfcrime bench latency: " + text));
    }
}
