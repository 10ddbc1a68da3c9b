package io.github.sfcrime.job;

import io.github.sfcrime.job.calls.Call;
import io.github.sfcrime.job.calls.Leg;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Stages of calls that follow from a number, within 100 seconds, where percentiles are exact; some are missing or wrong. */
final class TestStages {

    private static final List<@Nullable String> PRIORITIES = Arrays.asList("A", "B", null);
    private static final List<@Nullable String> DISTRICTS = Arrays.asList("MISSION", "PARK", "", null);
    private static final long DAY = 24 * 60 * 60 * 1000;

    private TestStages() {}

    static void addTo(Call call, long number) {
        SplittableRandom random = new SplittableRandom(number);
        call.priority = PRIORITIES.get(random.nextInt(PRIORITIES.size()));
        call.district = DISTRICTS.get(random.nextInt(DISTRICTS.size()));
        call.stages = new long[Leg.values().length];
        for (int leg = 0; leg < call.stages.length; leg++) {
            call.stages[leg] = switch (random.nextInt(10)) {
                case 0 -> Call.NO_STAGE;
                case 1 -> call.callDateTime - 1000;
                case 2 -> call.callDateTime + 8 * DAY;
                default -> call.callDateTime + random.nextInt(100) * 1000L;
            };
        }
    }
}
