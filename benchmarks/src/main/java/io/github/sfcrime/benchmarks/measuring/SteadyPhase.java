package io.github.sfcrime.benchmarks.measuring;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * The part of a run that counts: from the first sample after the warm-up to the last one that is looked at.
 *
 * @param warmUpSeconds how much was cut
 * @param seconds how long the rest was
 * @param records how many calls were counted in it
 * @param cpuSeconds how much CPU time the contender's processes took in it
 */
public record SteadyPhase(double warmUpSeconds, double seconds, long records, double cpuSeconds) {

    /**
     * What follows a warm-up that begins with the first call that was counted and lasts that long, but never longer than
     * half of the run.
     */
    public static SteadyPhase after(Duration warmUp, List<Sample> samples) {
        Sample begun = samples.get(0);
        Sample last = samples.get(samples.size() - 1);
        double cut = Math.min(warmUp.toMillis() / 1e3, (last.seconds() - begun.seconds()) / 2);
        return from(samples, sample -> sample.seconds() >= begun.seconds() + cut);
    }

    /** From the sample that has seen so many calls to the one that has seen so many. */
    public static SteadyPhase between(long fromRecords, long toRecords, List<Sample> samples) {
        long before =
                samples.stream().filter(sample -> sample.records() < toRecords).count();
        int looked = (int) Math.min(before + 1, samples.size());
        return from(samples.subList(0, looked), sample -> sample.records() >= fromRecords);
    }

    /** From the first sample that is warm; where there is but one, the run was too short and is taken whole. */
    private static SteadyPhase from(List<Sample> samples, Predicate<Sample> isWarm) {
        if (samples.size() == 1) {
            Sample only = samples.get(0);
            return new SteadyPhase(0, only.seconds(), only.records(), only.cpuSeconds());
        }
        Sample begun = samples.get(0);
        Sample last = samples.get(samples.size() - 1);
        Sample first = samples.stream()
                .limit(samples.size() - 1L)
                .filter(isWarm)
                .findFirst()
                .orElse(samples.get(samples.size() - 2));
        return new SteadyPhase(
                first.seconds() - begun.seconds(),
                last.seconds() - first.seconds(),
                last.records() - first.records(),
                last.cpuSeconds() - first.cpuSeconds());
    }

    public double recordsPerSecond() {
        return records / seconds;
    }

    public double cpuSecondsPerMillion() {
        return cpuSeconds / records * 1e6;
    }
}
