package io.github.sfcrime.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs that may be compared: of one commit on one machine.
 *
 * @param runs in the order in which they were made
 */
record Session(List<JsonNode> runs) {

    private static final int SHORT = 7;

    /** The sessions of some runs, the newest first. */
    static List<Session> of(List<JsonNode> runs) {
        Map<String, List<JsonNode>> sessions = new LinkedHashMap<>();
        runs.stream()
                .sorted(Comparator.comparing(Session::date))
                .forEach(run -> sessions.computeIfAbsent(
                                run.path("commit").asText()
                                        + run.path("machine").path("cpu").asText(),
                                key -> new ArrayList<>())
                        .add(run));
        return sessions.values().stream()
                .map(Session::new)
                .sorted(Comparator.comparing((Session session) -> date(session.last()))
                        .reversed())
                .toList();
    }

    private static String date(JsonNode run) {
        return run.path("date").asText();
    }

    private JsonNode last() {
        return runs.get(runs.size() - 1);
    }

    /** The commit, as short as people write it, and whether the sources had been changed. */
    String commit() {
        String commit = last().path("commit").asText();
        return commit.substring(0, Math.min(SHORT, commit.length())) + (commit.endsWith("-dirty") ? ", changed" : "");
    }

    /** What is told of it in the name of a file. */
    String id() {
        return commit().replace(", ", "-");
    }

    /** What, when and where: a row for each. */
    List<List<String>> provenance() {
        JsonNode machine = last().path("machine");
        List<List<String>> rows = new ArrayList<>();
        for (String command : Results.values(runs, "command")) {
            rows.add(List.of("command", command.isEmpty() ? "not recorded" : "`" + command + "`"));
        }
        rows.add(List.of("commit", commit()));
        rows.add(List.of("date", date(runs.get(0)).replaceFirst("T.*", "")));
        rows.add(List.of(
                "machine",
                "%s cores (%s), %,d MB, %s, %s; the broker %s"
                        .formatted(
                                machine.path("cores").asText(),
                                machine.path("cpu").asText(),
                                megabytes(machine.path("memory").asText()),
                                machine.path("kernel").asText(),
                                machine.path("jvm").asText(),
                                machine.path("broker").asText())));
        rows.add(List.of("versions", String.join(", ", versions(last().path("versions")))));
        return rows;
    }

    private List<String> versions(JsonNode versions) {
        List<String> names = new ArrayList<>();
        names.add("Flink " + versions.path("flink").asText());
        names.add("Kafka " + versions.path("kafka-broker").asText());
        List<String> contenders = Results.values(runs, "contender");
        if (contenders.contains("spark")) {
            names.add("Spark " + versions.path("spark").asText());
        }
        if (contenders.contains("jet")) {
            names.add("Hazelcast " + versions.path("hazelcast").asText());
        }
        return names;
    }

    private static long megabytes(String kilobytes) {
        String digits = kilobytes.replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits) / 1024;
    }
}
