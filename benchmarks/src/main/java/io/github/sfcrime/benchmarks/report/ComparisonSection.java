package io.github.sfcrime.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Contenders side by side, one table and one plot for each workload, parallelism and session. */
final class ComparisonSection implements Section {

    private static final String JOB = "job";
    private static final String LIMIT = "consumer-decode";
    private static final Map<String, String> NAMES = Map.of(
            JOB,
            "the job",
            "sql-twin",
            "the job's SQL twin",
            "standard-window",
            "Flink's keyed window",
            "standard-window-our-decoder",
            "Flink's keyed window, the job's decoder",
            "kafka-streams",
            "Kafka Streams",
            "spark",
            "Spark Structured Streaming",
            "jet",
            "Hazelcast Jet",
            "duckdb",
            "DuckDB, a file in one go",
            "consumer",
            "consumer, bytes not looked at",
            LIMIT,
            "consumer, three fields decoded");

    @Override
    public void write(Results results, Page page, Plots plots, Figures figures) {
        List<JsonNode> all = results.ofKind("compare");
        if (all.isEmpty()) {
            return;
        }
        page.prose("comparison");
        for (String workload : Results.values(all, "workload")) {
            List<JsonNode> ofWorkload = Results.where(all, "workload", workload);
            for (String parallelism :
                    Results.values(ofWorkload, "parallelism").stream().sorted().toList()) {
                List<Session> sessions = Session.of(Results.where(ofWorkload, "parallelism", parallelism));
                // What is quoted together has to be of one session: of the one with the most contenders.
                Session quoted = Collections.max(sessions, Comparator.comparing(ComparisonSection::contenders));
                for (Session session : sessions) {
                    page.heading("%s, %s at commit %s".formatted(workload, slots(parallelism), session.commit()));
                    write(
                            workload + "-" + parallelism,
                            session,
                            page,
                            plots,
                            session.equals(quoted) ? figures : new Figures());
                }
            }
        }
    }

    private static int contenders(Session session) {
        return Results.values(session.runs(), "contender").size();
    }

    private static String slots(String parallelism) {
        return parallelism.equals("1") ? "one thread or slot" : parallelism + " threads or slots";
    }

    private static void write(String what, Session session, Page page, Plots plots, Figures figures) {
        Map<String, double[]> rates = new LinkedHashMap<>();
        List<List<String>> wrong = new ArrayList<>();
        for (String contender : Results.values(session.runs(), "contender")) {
            List<JsonNode> its = Results.where(session.runs(), "contender", contender);
            if (its.stream().anyMatch(run -> !run.path("differences").isEmpty())) {
                wrong.add(List.of(name(contender), "none: its rows differ from the independent count's", "", "", ""));
            } else {
                rates.put(contender, Results.figures(its, "recordsPerSecond"));
            }
        }
        List<String> ranked = rates.keySet().stream()
                .sorted(Comparator.comparingDouble((String each) -> median(rates, each))
                        .reversed())
                .toList();
        List<List<String>> rows = new ArrayList<>();
        for (String contender : ranked) {
            rows.add(row(contender, rates, session));
            quote(what, contender, rates, figures);
        }
        rows.addAll(wrong);
        page.table(List.of("contender", "calls/s, median (range)", "of the job", "CPU s per million", "runs"), rows);
        if (!ranked.isEmpty()) {
            String file = "compare-" + what + "-" + session.id();
            plots.bars(file, plot(what, ranked, rates));
            page.plot(file, title(what, rates));
        }
        page.provenance(session);
    }

    private static List<String> row(String contender, Map<String, double[]> rates, Session session) {
        Spread rate = Spread.of(rates.getOrDefault(contender, new double[0]));
        double cpu = Spread.of(
                        Results.figures(Results.where(session.runs(), "contender", contender), "cpuSecondsPerMillion"))
                .median();
        String emphasis = contender.equals(JOB) ? "**" : "";
        return List.of(
                emphasis + name(contender) + emphasis,
                emphasis + rate.rates() + emphasis,
                rates.containsKey(JOB) ? Page.number(rate.median() / median(rates, JOB)) : "",
                Page.number(cpu),
                Long.toString(rate.runs()));
    }

    private static void quote(String what, String contender, Map<String, double[]> rates, Figures figures) {
        figures.put(what + " " + contender, Spread.rate(median(rates, contender)));
        if (rates.containsKey(JOB) && !contender.equals(JOB)) {
            figures.put(what + " job/" + contender, Spread.times(median(rates, JOB), median(rates, contender)));
        }
    }

    private static BarPlot plot(String what, List<String> ranked, Map<String, double[]> rates) {
        return new BarPlot(
                title(what, rates),
                "calls per second",
                ranked.stream()
                        .map(each ->
                                new BarPlot.Bar(name(each), rates.getOrDefault(each, new double[0]), each.equals(JOB)))
                        .toList(),
                rates.containsKey(LIMIT) ? new BarPlot.Line("what a consumer decodes", median(rates, LIMIT)) : null);
    }

    /** What the plot shows, in a sentence. */
    private static String title(String what, Map<String, double[]> rates) {
        if (!rates.containsKey(JOB)) {
            return "Calls per second of " + what;
        }
        List<String> ratios = new ArrayList<>();
        for (String other : List.of("spark", "kafka-streams", "standard-window")) {
            if (rates.containsKey(other)) {
                ratios.add("%s times %s"
                        .formatted(
                                Spread.times(median(rates, JOB), median(rates, other)),
                                name(other).replace(" Structured Streaming", "")));
            }
        }
        return "%s: %s calls/s%s"
                .formatted(
                        what.replaceFirst("-1$", "").replaceFirst("-(\\d+)$", ", $1 slots"),
                        Spread.rate(median(rates, JOB)),
                        ratios.isEmpty() ? "" : ", " + String.join(", ", ratios));
    }

    private static double median(Map<String, double[]> rates, String contender) {
        return Spread.of(rates.getOrDefault(contender, new double[0])).median();
    }

    private static String name(String contender) {
        return NAMES.getOrDefault(contender, contender.replaceFirst("^job@", "the job as of "));
    }
}
