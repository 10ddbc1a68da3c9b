package io.github.sfcrime.local.chaos;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sfcrime.local.chaos.pipeline.ResourceUsage;
import io.github.sfcrime.local.chaos.pipeline.StackUsage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What processes held before the first fault and after each: it should not grow from fault to fault. */
final class UsageLog {

    private static final double KIB_PER_MIB = 1024;

    private final List<Entry> entries = new ArrayList<>();

    private record Entry(Duration since, StackUsage usage) {}

    /** They hold that, so long after the beginning. */
    void add(Duration since, StackUsage usage) {
        entries.add(new Entry(since, usage));
    }

    /** A line for each process and for the checkpoints: at first, at last, at most. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        byProcess()
                .forEach((process, usages) -> lines.add(String.format(
                        Locale.ROOT,
                        "%s at first, at last, at most: heap %s MiB, metaspace %s MiB, job class loaders %s, threads %s, files %s",
                        process,
                        of(usages.stream()
                                .map(usage -> usage.heapKib() / KIB_PER_MIB)
                                .toList()),
                        of(usages.stream()
                                .map(usage -> usage.metaspaceKib() / KIB_PER_MIB)
                                .toList()),
                        of(usages.stream()
                                .map(usage -> (double) usage.jobClassLoaders())
                                .toList()),
                        of(usages.stream()
                                .map(usage -> (double) usage.threads())
                                .toList()),
                        of(usages.stream().map(usage -> (double) usage.files()).toList()))));
        if (!entries.isEmpty()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "checkpoints at first, at last, at most: state %s KiB, files %s, temporary files %s",
                    of(entries.stream()
                            .map(entry -> entry.usage.checkpointBytes() / KIB_PER_MIB)
                            .toList()),
                    of(entries.stream()
                            .map(entry -> (double) entry.usage.checkpointFiles())
                            .toList()),
                    of(entries.stream()
                            .map(entry -> (double) entry.usage.temporaryFiles())
                            .toList())));
        }
        return lines;
    }

    private Map<String, List<ResourceUsage>> byProcess() {
        Map<String, List<ResourceUsage>> byProcess = new LinkedHashMap<>();
        for (Entry entry : entries) {
            for (ResourceUsage process : entry.usage.processes()) {
                byProcess
                        .computeIfAbsent(process.process(), name -> new ArrayList<>())
                        .add(process);
            }
        }
        return byProcess;
    }

    private static String of(List<Double> values) {
        return String.format(
                Locale.ROOT,
                "%.0f, %.0f, %.0f",
                values.get(0),
                values.get(values.size() - 1),
                values.stream().mapToDouble(Double::doubleValue).max().orElse(0));
    }

    /** All of them, oldest first. */
    void writeTo(ArrayNode array) {
        for (Entry entry : entries) {
            ObjectNode node = array.addObject();
            node.put("seconds", entry.since.toMillis() / 1e3);
            node.put("checkpoint_bytes", entry.usage.checkpointBytes());
            node.put("checkpoint_files", entry.usage.checkpointFiles());
            node.put("temporary_files", entry.usage.temporaryFiles());
            ArrayNode processes = node.putArray("processes");
            for (ResourceUsage process : entry.usage.processes()) {
                ObjectNode each = processes.addObject();
                each.put("process", process.process());
                each.put("heap_kib", process.heapKib());
                each.put("metaspace_kib", process.metaspaceKib());
                each.put("job_class_loaders", process.jobClassLoaders());
                each.put("threads", process.threads());
                each.put("files", process.files());
            }
        }
    }
}
