package io.github.sfcrime.local.chaos;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sfcrime.local.chaos.fault.FaultKind;
import io.github.sfcrime.local.chaos.fault.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a run of faults has shown. */
final class Report {

    static final String HEADING = String.format(
            Locale.ROOT,
            "%3s  %-21s  %-34s  %10s  %8s  %8s  %10s  %s",
            "#",
            "fault",
            "target",
            "recovery s",
            "in",
            "out",
            "difference",
            "ended");

    private final ChaosSettings settings;
    private final List<RoundReport> rounds = new ArrayList<>();
    private final List<String> differencesAtEnd = new ArrayList<>();
    private final UsageLog usage = new UsageLog();
    private long records;
    private long rows;
    private boolean finished;

    Report(ChaosSettings settings) {
        this.settings = settings;
    }

    void add(RoundReport round) {
        rounds.add(round);
    }

    /** What processes held, before the first fault and after each that the job has outlived. */
    UsageLog usage() {
        return usage;
    }

    /** The last comparison, with everything at rest. */
    void atEnd(long recordsIn, long rowsOut, List<String> differences) {
        records = recordsIn;
        rows = rowsOut;
        differencesAtEnd.addAll(differences);
        finished = true;
    }

    /** Whether every fault has ended as its kind declares, and nothing was wrong at the end. */
    boolean isAsDeclared() {
        return finished && differencesAtEnd.isEmpty() && rounds.stream().allMatch(RoundReport::asDeclared);
    }

    /** All differences, by round. */
    List<String> differences() {
        List<String> lines = new ArrayList<>();
        for (RoundReport round : rounds) {
            round.differences()
                    .forEach(line -> lines.add(
                            round.planned().number() + ". " + round.planned().kind() + ": " + line));
        }
        differencesAtEnd.forEach(line -> lines.add("at the end: " + line));
        return lines;
    }

    /** What follows the table. */
    List<String> summary() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%d faults, %s, seed %d: %s",
                rounds.size(),
                settings.delivery(),
                settings.seed(),
                isAsDeclared() ? "each ended as declared" : "NOT as declared"));
        if (finished) {
            lines.add(String.format(
                    Locale.ROOT,
                    "at the end %,d records in and %,d rows out: %s",
                    records,
                    rows,
                    differencesAtEnd.isEmpty() ? "no difference" : differencesAtEnd.size() + " differences"));
        }
        medians()
                .forEach((kind, median) ->
                        lines.add(String.format(Locale.ROOT, "median recovery, %s: %.1f s", kind, median)));
        lines.addAll(usage.lines());
        return lines;
    }

    private Map<FaultKind, Double> medians() {
        Map<FaultKind, List<Double>> byKind = new TreeMap<>();
        for (RoundReport round : rounds) {
            if (round.planned().kind().outcome(settings.delivery()) == Outcome.EXACT && round.asDeclared()) {
                byKind.computeIfAbsent(round.planned().kind(), none -> new ArrayList<>())
                        .add(round.recoverySeconds());
            }
        }
        Map<FaultKind, Double> medians = new TreeMap<>();
        byKind.forEach((kind, seconds) -> medians.put(kind, median(seconds)));
        return medians;
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    String toJson() {
        JsonMapper json = new JsonMapper();
        ObjectNode report = json.createObjectNode();
        report.put("seed", settings.seed());
        report.put("delivery", settings.delivery().toString());
        report.put("as_declared", isAsDeclared());
        ArrayNode array = report.putArray("faults");
        for (RoundReport round : rounds) {
            ObjectNode node = array.addObject();
            node.put("number", round.planned().number());
            node.put("fault", round.planned().kind().toString());
            node.put("target", round.target());
            node.put("recovery_seconds", round.recoverySeconds());
            node.put("in", round.in());
            node.put("out", round.out());
            node.put("differences", round.differences().size());
            node.put("ended", round.ended());
            node.put("as_declared", round.asDeclared());
        }
        usage.writeTo(report.putArray("usage"));
        ObjectNode end = report.putObject("end");
        end.put("records_in", records);
        end.put("rows_out", rows);
        end.put("differences", differencesAtEnd.size());
        return report.toPrettyString();
    }
}
