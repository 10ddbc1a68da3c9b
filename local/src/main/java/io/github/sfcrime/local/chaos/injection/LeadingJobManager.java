package io.github.sfcrime.local.chaos.injection;

import io.github.sfcrime.local.chaos.pipeline.ChaosFailure;
import io.github.sfcrime.local.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds which JobManager leads by their logs, because each of them answers for the one that does. */
final class LeadingJobManager {

    private static final String GRANTED = "DefaultDispatcherRunner was granted leadership";

    private LeadingJobManager() {}

    /** The name of its process. */
    static String of(Stack stack) {
        return Target.running(stack, "jobmanager").stream()
                .max(Comparator.comparing(name -> granted(stack.directory().resolve("logs/" + name + ".log"))))
                .orElseThrow(() -> new ChaosFailure("no JobManager runs"));
    }

    /** The line of a log that tells latest of its leadership, which begins with the time; empty where it never led. */
    private static String granted(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> all = lines.filter(line -> line.contains(GRANTED)).toList();
            return all.isEmpty() ? "" : all.get(all.size() - 1);
        } catch (IOException e) {
            throw new ChaosFailure("cannot read " + log + ": " + e.getMessage(), e);
        }
    }
}
