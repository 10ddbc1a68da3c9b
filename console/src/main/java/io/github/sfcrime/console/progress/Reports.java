package io.github.sfcrime.console.progress;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the report of a job from two samples. */
final class Reports {

    private static final String IN = "callsIn";
    private static final String OUT = "resultsOut";

    /** Metrics of what became of the records: the first is the sum of the others. */
    private static final Set<String> OUTCOMES = Set.of(
            IN,
            "callsCounted",
            "callsLate",
            "callsDeadLetter",
            "callsDuplicate",
            "callsSuperseded",
            "callsFromFuture",
            "callsFiltered");

    private static final String WRITER = "__Writer.numRecordsSend";

    private final JobSample before;
    private final JobSample now;
    private final Map<String, Long> amounts;

    private Reports(JobSample before, JobSample now) {
        this.before = before;
        this.now = now;
        amounts = now.metrics().amounts();
    }

    static ProgressReport between(JobSample before, JobSample now) {
        return new Reports(before, now).report();
    }

    private ProgressReport report() {
        Duration interval = Duration.ofNanos(now.nanoTime() - before.nanoTime());
        long taken = taken();
        ProgressReport.Checkpoint checkpoint = checkpoint();
        return new ProgressReport(
                now.job().path("jid").asText(),
                now.job().path("name").asText(),
                now.time().truncatedTo(ChronoUnit.MILLIS).toString(),
                taken,
                perSecond(SourceReports.growth(before.ends(), now.ends()), interval),
                perSecond(taken, interval),
                new ProgressReport.DurationMs(interval.toMillis(), checkpoint.durationMs()),
                EventTimes.of(now),
                stateOperators(),
                SourceReports.between(before, now),
                new ProgressReport.Sink(sinks(), difference(OUT)),
                checkpoint,
                new ProgressReport.Backpressure(
                        highest("backPressuredTimeMsPerSecond"), highest("busyTimeMsPerSecond")),
                now.restarts(),
                amounts(true),
                amounts(false));
    }

    /** Records read; where a job has no such metric, as in SQL, the growth of its sources' offsets. */
    private long taken() {
        return amounts.containsKey(IN) ? difference(IN) : SourceReports.growth(before.next(), now.next());
    }

    /** A restart sets a job's counts back to its last checkpoint: 0 then, not less. */
    private long difference(String name) {
        long earlier = before.metrics().amounts().getOrDefault(name, 0L);
        return Math.max(0, amounts.getOrDefault(name, earlier) - earlier);
    }

    private static double perSecond(long number, Duration interval) {
        return Math.round(number * 1e10 / Math.max(1, interval.toNanos())) / 10.0;
    }

    private List<ProgressReport.StateOperator> stateOperators() {
        List<ProgressReport.StateOperator> operators = new ArrayList<>();
        for (JsonNode vertex : now.job().path("vertices")) {
            Long size = now.stateSizes().get(vertex.path("id").asText());
            if (size != null && size > 0) {
                operators.add(new ProgressReport.StateOperator(
                        vertex.path("name").asText().split(" -> ", 2)[0],
                        rows(vertex.path("id").asText()),
                        size));
            }
        }
        return operators;
    }

    private @Nullable Long rows(String vertex) {
        Map<String, Long> ofVertex = new JobMetrics(now.metrics().all().stream()
                        .filter(metric -> metric.vertex().equals(vertex))
                        .toList())
                .amounts();
        Long windows = ofVertex.get("windowsOpen");
        Long groups = ofVertex.get("groupsPerWindow");
        return windows == null || groups == null ? null : windows * groups;
    }

    /** The names of the sink writers of result rows. */
    private String sinks() {
        List<String> vertices =
                now.metrics().named(OUT).map(JobMetrics.Metric::vertex).toList();
        return now.metrics().all().stream()
                .filter(metric -> metric.id().endsWith(WRITER) && vertices.contains(metric.vertex()))
                .map(metric -> metric.id().replace(WRITER, "").replace('_', ' '))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private ProgressReport.Checkpoint checkpoint() {
        JsonNode counts = now.checkpoints().path("counts");
        JsonNode latest = now.checkpoints().path("latest").path("completed");
        Long completedAt = number(latest, "latest_ack_timestamp");
        return new ProgressReport.Checkpoint(
                number(latest, "id"),
                number(latest, "end_to_end_duration"),
                number(latest, "state_size"),
                completedAt == null ? null : now.time().toEpochMilli() - completedAt,
                counts.path("completed").asLong(),
                counts.path("failed").asLong());
    }

    private static @Nullable Long number(JsonNode node, String field) {
        return node.path(field).isNumber() ? node.path(field).asLong() : null;
    }

    private long highest(String name) {
        return (long) now.metrics()
                .named(name)
                .filter(metric -> metric.id().equals(name))
                .mapToDouble(JobMetrics.Metric::max)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    private Map<String, Long> amounts(boolean outcomes) {
        Map<String, Long> some = new TreeMap<>(amounts);
        some.keySet().removeIf(name -> OUTCOMES.contains(name) != outcomes);
        return some;
    }
}
