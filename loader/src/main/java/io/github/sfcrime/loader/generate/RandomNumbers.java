package io.github.sfcrime.loader.generate;

import java.util.SplittableRandom;

/** Random numbers that follow from a seed, the same in every JDK: they are made of {@code nextLong} alone. */
final class RandomNumbers {

    private final SplittableRandom random;

    RandomNumbers(long seed) {
        random = new SplittableRandom(seed);
    }

    /** The next one, from 0 to 1 exclusive. */
    double next() {
        return (random.nextLong() >>> 11) * 0x1.0p-53;
    }
}
