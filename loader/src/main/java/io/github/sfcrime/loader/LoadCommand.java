package io.github.sfcrime.loader;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code load}: calls from files into Kafka. */
@Command(
        name = "load",
        description = "Loads calls for service from files into a Kafka topic.",
        footer = {"", "Example:", "  sfcrime load -t crime_data -b localhost:9092 calls.json.gz"})
final class LoadCommand implements Callable<Integer> {

    /** What a run of the sort may take of the heap: a quarter of it, so that the rest fits beside. */
    private static final long RUN_BYTES = Runtime.getRuntime().maxMemory() / 4;

    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private TopicOptions topic;

    @Mixin
    private ReportOptions report;

    @Option(
            names = "--input-format",
            paramLabel = "FORMAT",
            description = "What the files are: ${COMPLETION-CANDIDATES} (default: what their content shows).")
    private @Nullable InputFormat format;

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            defaultValue = "event-time",
            description =
                    "The order to send in: event-time, arrival (by crime_id) or file (default: ${DEFAULT-VALUE}).")
    private CallOrder order;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "Where records that do not fit are kept, as JSON lines"
                    + " (default: rejects-<time>.jsonl in the working directory; made only if there are any).")
    private @Nullable Path rejectsFile;

    @Option(
            names = "--max-rejects",
            paramLabel = "N|N%",
            defaultValue = "100%",
            description = "How many rejects, or which share of what is read, are too many: the load stops, and exits 1"
                    + " (default: ${DEFAULT-VALUE}).")
    private String maxRejects;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Files of calls: a JSON array, JSON lines or CSV; plain or compressed by gzip, zstd or bzip2.")
    private List<Path> files;

    @Override
    public Integer call() throws IOException, InterruptedException {
        RejectLimit limit = RejectLimit.parse(maxRejects);
        List<Input> inputs = new ArrayList<>();
        for (Path file : files) {
            Input input = new Input(file, format);
            input.check();
            inputs.add(input);
        }
        try (Rejects rejects = new Rejects(rejectsFile());
                SortedCalls sorted = new SortedCalls(Path.of(System.getProperty("java.io.tmpdir")), RUN_BYTES);
                Progress progress = report.progress();
                Delivery delivery = Delivery.open(kafka.settings(), topic.topic(), topic.partitions())) {
            Loading loading = new Loading(order, sorted, rejects, limit, progress);
            run(loading, inputs, rejects, delivery, progress);
            return verdict(loading, rejects, limit, delivery);
        }
    }

    private Path rejectsFile() {
        return rejectsFile == null
                ? Path.of("rejects-"
                        + DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss")
                                .format(LocalDateTime.now(ZoneId.systemDefault()))
                        + ".jsonl")
                : rejectsFile;
    }

    private void run(Loading loading, List<Input> inputs, Rejects rejects, Delivery delivery, Progress progress)
            throws IOException, InterruptedException {
        DuplicateCount duplicates = new DuplicateCount(delivery.sender());
        Stopwatch stopwatch = new Stopwatch();
        try {
            loading.read(inputs, duplicates);
            stopwatch.split();
            loading.send(duplicates);
            long surplus = delivery.finish();
            stopwatch.stop();
            if (surplus > 0) {
                say(topic.topic() + ": " + surplus + " records of other producers came into the topic meanwhile");
            }
        } catch (InterruptedIOException e) {
            delivery.sender().flush();
            throw e;
        } finally {
            progress.close();
            stopwatch.stop();
            LoadSummary summary = new LoadSummary(
                    topic.topic(),
                    loading.recordsRead(),
                    delivery.sender().acknowledged(),
                    rejects.count(),
                    order == CallOrder.FILE ? null : duplicates.count(),
                    stopwatch.firstSeconds(),
                    stopwatch.secondSeconds());
            report.sumUp(
                    summary,
                    summary.asText(),
                    spec.commandLine().getOut(),
                    spec.commandLine().getErr());
        }
    }

    private int verdict(Loading loading, Rejects rejects, RejectLimit limit, Delivery delivery) {
        PrintWriter err = spec.commandLine().getErr();
        if (!loading.ignoredFields().isEmpty()) {
            say("fields that calls do not have were ignored: " + String.join(", ", loading.ignoredFields()));
        }
        if (rejects.count() > 0) {
            say("records that do not fit are in " + rejects.file());
        }
        loading.damages().forEach(damage -> err.println("sfcrime load: " + damage));
        boolean allRejected = rejects.count() > 0 && delivery.sender().acknowledged() == 0;
        if (loading.isBeyondLimit()) {
            err.println("sfcrime load: stopped after " + loading.recordsRead() + " records: " + rejects.count()
                    + " rejects are more than --max-rejects " + limit + " allows, see " + rejects.file());
        } else if (allRejected) {
            err.println("sfcrime load: not one record could be loaded, see " + rejects.file());
        }
        err.flush();
        return loading.damages().isEmpty() && !loading.isBeyondLimit() && !allRejected ? 0 : 1;
    }

    private void say(String line) {
        report.say(spec.commandLine().getErr(), line);
    }
}
