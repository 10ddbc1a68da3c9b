package io.github.sfcrime.benchmarks.measuring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** CPU time of processes, as Linux tells it. */
public final class CpuTime {

    /** Linux shows user space a clock of 100 ticks a second, whatever the kernel's own is (man 5 proc). */
    private static final double TICKS_PER_SECOND = 100;

    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;

    private CpuTime() {}

    /** Seconds that the processes have taken of all cores since they started; ended ones are not counted. */
    public static double seconds(List<Long> processes) {
        return processes.stream().mapToLong(CpuTime::ticks).sum() / TICKS_PER_SECOND;
    }

    private static long ticks(long process) {
        try {
            return ticks(Files.readString(Path.of("/proc", Long.toString(process), "stat")));
        } catch (IOException ended) {
            return 0;
        }
    }

    /** The program's name, the second field, may have blanks and brackets: fields count from behind it. */
    public static long ticks(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]);
    }
}
