package io.github.sfcrime.benchmarks.flink;

import io.github.sfcrime.benchmarks.measuring.BenchmarkFailure;
import io.github.sfcrime.local.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The processes of a stack, for the CPU time that they take. */
public final class StackProcesses {

    private StackProcesses() {}

    /** JobManager and TaskManagers. */
    public static List<Long> flink(Stack stack) {
        return named(stack, name -> name.startsWith("jobmanager") || name.startsWith("taskmanager"));
    }

    /** TaskManagers only. */
    public static List<Long> taskManagers(Stack stack) {
        return named(stack, name -> name.startsWith("taskmanager"));
    }

    /** The broker. */
    public static List<Long> broker(Stack stack) {
        return named(stack, name -> name.startsWith("broker"));
    }

    private static List<Long> named(Stack stack, Predicate<String> chosen) {
        Path folder = stack.directory().resolve("pids");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> chosen.test(file.getFileName().toString()))
                    .sorted()
                    .map(StackProcesses::pid)
                    .toList();
        } catch (IOException e) {
            throw new BenchmarkFailure("cannot read " + folder + ": " + e.getMessage(), e);
        }
    }

    private static Long pid(Path file) {
        try {
            return Long.valueOf(Files.readAllLines(file).get(0));
        } catch (IOException e) {
            throw new BenchmarkFailure("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
