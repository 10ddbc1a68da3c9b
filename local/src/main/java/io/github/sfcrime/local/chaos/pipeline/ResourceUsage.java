package io.github.sfcrime.local.chaos.pipeline;

import io.github.sfcrime.local.process.Daemon;
import io.github.sfcrime.local.process.Programs;
import io.github.sfcrime.local.process.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a JVM of the stack holds, after a collection of its heap.
 *
 * @param process its name in the stack
 * @param heapKib objects in its heap, KiB
 * @param metaspaceKib its classes, KiB
 * @param jobClassLoaders how many class loaders of jobs it has; a job that has ended should leave none
 * @param threads how many it runs
 * @param files how many files and sockets it has open
 */
public record ResourceUsage(
        String process, long heapKib, long metaspaceKib, long jobClassLoaders, long threads, long files) {

    private static final Pattern USED =
            Pattern.compile("^\\s*(.+?)\\s+(?:total \\d+K, )?used (\\d+)K", Pattern.MULTILINE);
    private static final String METASPACE = "Metaspace";
    private static final String CLASS_SPACE = "class space";
    private static final String JOB_CLASS_LOADER = "ChildFirstClassLoader";

    /**
     * Asks the process by {@code jcmd}, and the system.
     *
     * @throws StackFailure if it has ended, or is no JVM
     */
    static ResourceUsage of(Daemon daemon) throws InterruptedException {
        ask(daemon, "GC.run");
        String heap = ask(daemon, "GC.heap_info");
        long loaders = ask(daemon, "VM.classloader_stats")
                .lines()
                .filter(line -> line.contains(JOB_CLASS_LOADER))
                .count();
        return new ResourceUsage(
                daemon.name(), heapKib(heap), metaspaceKib(heap), loaders, count(daemon, "task"), count(daemon, "fd"));
    }

    /** The heap in what {@code GC.heap_info} says, whatever collector it is of. */
    static long heapKib(String heapInfo) {
        long sum = 0;
        for (Matcher used = USED.matcher(heapInfo); used.find(); ) {
            if (!used.group(1).equals(METASPACE) && !used.group(1).equals(CLASS_SPACE)) {
                sum += Long.parseLong(used.group(2));
            }
        }
        return sum;
    }

    /** The classes in it. */
    static long metaspaceKib(String heapInfo) {
        for (Matcher used = USED.matcher(heapInfo); used.find(); ) {
            if (used.group(1).equals(METASPACE)) {
                return Long.parseLong(used.group(2));
            }
        }
        return 0;
    }

    private static String ask(Daemon daemon, String question) throws InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        return Programs.run(List.of(jcmd.toString(), Long.toString(daemon.pid()), question));
    }

    /** How many entries a folder of the process has in {@code /proc}; 0 where there is none, as on macOS. */
    private static long count(Daemon daemon, String folder) {
        try (Stream<Path> entries = Files.list(Path.of("/proc", Long.toString(daemon.pid()), folder))) {
            return entries.count();
        } catch (IOException none) {
            return 0;
        }
    }
}
