package io.github.sfcrime.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** What processes hold over a long run with faults. */
final class EnduranceSection implements Section {

    private static final double KIB_PER_MIB = 1024;
    private static final double SECONDS_PER_MINUTE = 60;

    private static final List<Told> TOLD = List.of(
            new Told("heap, MiB", "heap_kib", KIB_PER_MIB),
            new Told("metaspace, MiB", "metaspace_kib", KIB_PER_MIB),
            new Told("job class loaders", "job_class_loaders", 1),
            new Told("threads", "threads", 1),
            new Told("open files", "files", 1));

    /** A figure of a process: its name on the page, its field, and by how much it is divided. */
    private record Told(String name, String field, double unit) {

        double of(JsonNode usage) {
            return usage.path(field).asDouble() / unit;
        }
    }

    @Override
    public void write(Results results, Page page, Plots plots, Figures figures) {
        List<JsonNode> all = results.ofKind("soak");
        if (all.isEmpty()) {
            return;
        }
        page.prose("endurance");
        for (Session session : Session.of(all)) {
            for (JsonNode run : session.runs()) {
                write(run, page, plots);
            }
            page.provenance(session);
        }
    }

    private static void write(JsonNode run, Page page, Plots plots) {
        int faults = run.path("faults").size();
        double minutes = minutes(run.path("usage").path(run.path("usage").size() - 1));
        String title = String.format(
                Locale.ROOT,
                "Heap after a collection, over %.0f minutes and %d faults, %s",
                minutes,
                faults,
                run.path("delivery").asText());
        page.heading(title);
        page.paragraph(
                run.path("as_declared").asBoolean()
                        ? "Each fault has ended as its kind declares, and at the end there was no difference."
                        : "Not every fault has ended as its kind declares.");
        XYChart chart = plots.lines(title, "minutes", "MiB");
        chart.getStyler().setLegendLayout(LegendLayout.Horizontal);
        List<List<String>> rows = new ArrayList<>();
        processes(run).forEach((process, looks) -> {
            List<String> row = new ArrayList<>(List.of("`" + process + "`"));
            TOLD.forEach(told -> row.add(text(looks.stream().mapToDouble(look -> told.of(look.usage)))));
            rows.add(row);
            chart.addSeries(
                            process,
                            looks.stream().map(Look::minutes).toList(),
                            looks.stream()
                                    .map(look -> TOLD.get(0).of(look.usage))
                                    .toList())
                    .setMarker(SeriesMarkers.NONE);
        });
        List<String> header = new ArrayList<>(List.of("at first, at last, at most"));
        TOLD.forEach(told -> header.add(told.name));
        page.table(header, rows);
        page.paragraph("Checkpoints at first, at last, at most: " + text(figures(run, "checkpoint_bytes", KIB_PER_MIB))
                + " KiB of state in " + text(figures(run, "checkpoint_files", 1)) + " files; temporary files: "
                + text(figures(run, "temporary_files", 1)) + ".");
        String file =
                "soak-" + run.path("delivery").asText() + "-" + run.path("seed").asText();
        plots.write(chart, file);
        page.plot(file, title);
    }

    /** The looks at each process, in the order of time. */
    private static Map<String, List<Look>> processes(JsonNode run) {
        Map<String, List<Look>> processes = new LinkedHashMap<>();
        for (JsonNode each : run.path("usage")) {
            for (JsonNode process : each.path("processes")) {
                processes
                        .computeIfAbsent(process.path("process").asText(), name -> new ArrayList<>())
                        .add(new Look(minutes(each), process));
            }
        }
        return processes;
    }

    private static double minutes(JsonNode look) {
        return look.path("seconds").asDouble() / SECONDS_PER_MINUTE;
    }

    private static DoubleStream figures(JsonNode run, String figure, double unit) {
        return StreamSupport.stream(run.path("usage").spliterator(), false)
                .mapToDouble(look -> look.path(figure).asDouble() / unit);
    }

    private static String text(DoubleStream values) {
        double[] all = values.toArray();
        return String.format(
                Locale.ROOT,
                "%.0f, %.0f, %.0f",
                all[0],
                all[all.length - 1],
                DoubleStream.of(all).max().orElse(0));
    }

    /**
     * What a process held.
     *
     * @param minutes since the beginning
     * @param usage its figures
     */
    private record Look(double minutes, JsonNode usage) {}
}
