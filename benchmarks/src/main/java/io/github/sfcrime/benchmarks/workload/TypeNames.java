package io.github.sfcrime.benchmarks.workload;

import io.github.sfcrime.schemas.CallForService;
import java.util.Arrays;
import java.util.SplittableRandom;

/** The types of a workload's calls: the city's own, or a given number whose frequencies fall by rank. */
final class TypeNames {

    private final SplittableRandom random;
    private final String[] names;
    private final double[] cumulative;

    private TypeNames(long seed, int types, double skew) {
        random = new SplittableRandom(seed);
        names = new String[types];
        cumulative = new double[types];
        double sum = 0;
        for (int i = 0; i < types; i++) {
            names[i] = "Type " + (i + 1);
            sum += StrictMath.pow(i + 1.0, -skew);
            cumulative[i] = sum;
        }
    }

    static TypeNames of(Workload workload) {
        return new TypeNames(workload.seed(), workload.types(), workload.skew());
    }

    /** Gives the call a type of this workload's own where it has such. */
    void rename(CallForService call) {
        if (names.length > 0) {
            int found = Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[names.length - 1]);
            call.setOriginalCrimeTypeName(names[Math.min(found < 0 ? -found - 1 : found, names.length - 1)]);
        }
    }
}
