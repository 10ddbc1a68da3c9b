package io.github.sfcrime.local.chaos.fault;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Faults in an order that follows from a seed: each of the chosen kinds once before any of them comes again. */
public final class Schedule implements Iterator<PlannedFault> {

    private static final int[] LASTING_SECONDS = {5, 10, 20, 40, 60};
    private static final int MOST_SECONDS_BEFORE = 5;
    private static final int CHOICES = 1_000;

    private final Random random;
    private final List<FaultKind> kinds;
    private final Deque<FaultKind> next = new ArrayDeque<>();
    private int number;

    public Schedule(long seed, List<FaultKind> kinds) {
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("a schedule needs at least one kind of fault");
        }
        random = new Random(seed);
        this.kinds = List.copyOf(kinds);
    }

    /** The first faults of it. */
    public static List<PlannedFault> of(long seed, List<FaultKind> kinds, int rounds) {
        Schedule schedule = new Schedule(seed, kinds);
        return IntStream.range(0, rounds).mapToObj(round -> schedule.next()).toList();
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public PlannedFault next() {
        if (next.isEmpty()) {
            List<FaultKind> shuffled = new ArrayList<>(kinds);
            Collections.shuffle(shuffled, random);
            next.addAll(shuffled);
        }
        number++;
        return new PlannedFault(
                number,
                next.remove(),
                random.nextInt(CHOICES),
                Duration.ofSeconds(random.nextInt(MOST_SECONDS_BEFORE + 1)),
                Duration.ofSeconds(LASTING_SECONDS[random.nextInt(LASTING_SECONDS.length)]));
    }
}
