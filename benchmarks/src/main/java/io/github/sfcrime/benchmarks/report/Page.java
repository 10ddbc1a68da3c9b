package io.github.sfcrime.benchmarks.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A page in Markdown as it grows. */
final class Page {

    private final String plots;
    private final List<String> lines = new ArrayList<>();

    /** @param plots the folder of its plots, as links say it */
    Page(String plots) {
        this.plots = plots;
    }

    void heading(String text) {
        paragraph("### " + text);
    }

    void paragraph(String text) {
        lines.add(text);
        lines.add("");
    }

    /** Prose that is a file beside the sections. */
    void prose(String name) {
        try (InputStream text = Objects.requireNonNull(Page.class.getResourceAsStream(name + ".md"))) {
            paragraph(new String(text.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void table(List<String> header, List<List<String>> rows) {
        lines.add("| " + String.join(" | ", header) + " |");
        lines.add("|" + "---|".repeat(header.size()));
        rows.forEach(row -> lines.add("| " + String.join(" | ", row) + " |"));
        lines.add("");
    }

    /** What is read by who wants to know all. */
    void folded(String summary, List<String> header, List<List<String>> rows) {
        paragraph("<details><summary>" + summary + "</summary>");
        table(header, rows);
        paragraph("</details>");
    }

    void plot(String name, String text) {
        paragraph("![" + text + "](" + plots + "/" + name + ".png)");
    }

    /** What these figures are of. */
    void provenance(Session session) {
        table(List.of("measured", ""), session.provenance());
    }

    /** Three digits where they tell something. */
    static String number(double value) {
        if (Math.abs(value) >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
    }

    String text() {
        return String.join("\n", lines).stripTrailing() + "\n";
    }
}
