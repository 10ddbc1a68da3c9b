package io.github.sfcrime.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A page in Markdown as it grows. */
final class Page {

    private final List<String> lines = new ArrayList<>();

    void heading(String text) {
        lines.add("## " + text);
        lines.add("");
    }

    void paragraph(String text) {
        lines.add(text);
        lines.add("");
    }

    void table(List<String> header, List<List<String>> rows) {
        lines.add("| " + String.join(" | ", header) + " |");
        lines.add("|" + "---|".repeat(header.size()));
        rows.forEach(row -> lines.add("| " + String.join(" | ", row) + " |"));
        lines.add("");
    }

    void plot(String name, String text) {
        paragraph("![" + text + "](" + name + ".png)");
    }

    /** When, where and of what these figures are. */
    void provenance(List<JsonNode> runs) {
        JsonNode first = runs.get(0);
        JsonNode last = runs.get(runs.size() - 1);
        JsonNode machine = last.path("machine");
        paragraph("Measured from " + first.path("date").asText() + " to "
                + last.path("date").asText() + " at commit "
                + String.join(", ", Results.values(runs, "commit")) + " on "
                + machine.path("cores").asText() + " cores ("
                + machine.path("cpu").asText() + "), " + machine.path("memory").asText() + ", "
                + machine.path("kernel").asText() + ", " + machine.path("jvm").asText() + "; the broker "
                + machine.path("broker").asText() + ". Flink "
                + last.path("versions").path("flink").asText() + ", Kafka "
                + last.path("versions").path("kafka-broker").asText() + ".");
    }

    /** Three digits where they tell something. */
    static String number(double value) {
        if (Math.abs(value) >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
    }

    String text() {
        return String.join("\n", lines);
    }
}
