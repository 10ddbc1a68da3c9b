package io.github.sfcrime.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EffectsTest {

    /** Two runs of each of four cells, one of which is two percent faster than the other. */
    private static Effects effects(double ofParallelism, double ofMemory, double together) {
        List<Map<String, String>> settings = new ArrayList<>();
        List<Double> figures = new ArrayList<>();
        for (int parallelism = 1; parallelism <= 2; parallelism++) {
            for (String memory : List.of("1500m", "3g")) {
                boolean big = memory.equals("3g");
                double figure = 100
                        * (parallelism == 2 ? ofParallelism : 1)
                        * (big ? ofMemory : 1)
                        * (big && parallelism == 2 ? together : 1);
                for (double noise : new double[] {0.99, 1.01}) {
                    settings.add(Map.of("parallelism", Integer.toString(parallelism), "cluster.taskmanager.m", memory));
                    figures.add(figure * noise);
                }
            }
        }
        return new Effects(settings, figures.stream().mapToDouble(each -> each).toArray());
    }

    @Test
    void theGreatestEffectComesFirstAndAnIntervalWithoutZeroIsTold() {
        List<Effect> ranked = effects(2, 1.1, 1).ranked();

        assertThat(ranked.stream().map(Effect::name))
                .containsExactly("parallelism: 1 to 2", "m: 1500m to 3g", "m x parallelism");
        assertThat(ranked.get(0).percent()).isCloseTo(100, within(0.01));
        assertThat(ranked.get(1).percent()).isCloseTo(10, within(0.01));
        assertThat(ranked.stream().map(Effect::isTold)).containsExactly(true, true, false);
    }

    @Test
    void anInteractionIsToldApartFromBothSettings() {
        Effect interaction = effects(1, 1, 2).ranked().stream()
                .filter(effect -> effect.name().equals("m x parallelism"))
                .findFirst()
                .orElseThrow();

        assertThat(interaction.lowPercent()).isPositive();
    }

    @Test
    void inAHalfFractionWhatIsMixedIsNamedOnce() {
        List<Map<String, String>> settings = new ArrayList<>();
        for (int run = 0; run < 8; run++) {
            boolean a = (run & 1) == 1;
            boolean b = (run & 2) == 2;
            settings.add(Map.of("job.a", a ? "2" : "1", "job.b", b ? "2" : "1", "job.c", a == b ? "2" : "1"));
        }

        assertThat(new Effects(settings, new double[] {1, 2, 3, 4, 1.1, 2.1, 3.1, 4.1}).ranked())
                .extracting(Effect::name, Effect::mixedWith)
                .containsExactlyInAnyOrder(
                        tuple("a: 1 to 2", List.of("b x c")),
                        tuple("b: 1 to 2", List.of("a x c")),
                        tuple("c: 1 to 2", List.of("a x b")));
    }
}
