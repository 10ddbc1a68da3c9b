package io.github.sfcrime.loader;

import io.github.sfcrime.cli.FinishesWhenInterrupted;
import io.github.sfcrime.cli.KafkaOptions;
import io.github.sfcrime.cli.RegistryOptions;
import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.loader.call.CallSink;
import io.github.sfcrime.loader.call.OutgoingCall;
import io.github.sfcrime.loader.generate.CallWriter;
import io.github.sfcrime.loader.order.CallOrder;
import io.github.sfcrime.loader.order.PaceOptions;
import io.github.sfcrime.loader.send.CallFormat;
import io.github.sfcrime.loader.send.Delivery;
import io.github.sfcrime.loader.send.PlainDelivery;
import io.github.sfcrime.loader.send.TopicOptions;
import io.github.sfcrime.schemas.CallForService;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code generate}: synthetic calls, to a file or into Kafka. */
@Command(
        name = "generate",
        description = "Generates synthetic calls for service, distributed like real ones, in the order of arrival, and"
                + " writes them to a file or sends them to a Kafka topic.",
        footer = {
            "",
            "Examples:",
            "  sfcrime generate --records 1000000 --output calls.jsonl.gz",
            "  sfcrime generate -n 100 -o - | head -n 1",
            "  sfcrime generate --seed 7 --rate 500/s -t crime_data -b localhost:9092"
        })
final class GenerateCommand implements Callable<Integer>, FinishesWhenInterrupted {

    private static final Path STANDARD_OUTPUT = Path.of("-");
    private static final int REPORT_EVERY = 1 << 10;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SyntheticCalls calls;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private TopicOptions topic;

    @Mixin
    private PaceOptions pace;

    @Mixin
    private RegistryOptions registry;

    @Mixin
    private ReportOptions report;

    @Option(
            names = {"-n", "--records"},
            paramLabel = "N",
            defaultValue = "200000",
            description = "How many calls (default: ${DEFAULT-VALUE}).")
    private long records;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "A file to write instead of sending: .json, .jsonl or .csv, and .gz, .zst or .bz2 behind it to"
                            + " compress it; or - for JSON lines to standard output.")
    private @Nullable Path output;

    @Override
    public Integer call() throws IOException, InterruptedException {
        UserErrorException.unlessAtLeast(0, "--records", records);
        if (isToStandardOutput() && report.isJson()) {
            throw new UserErrorException("-o - and --summary json both write to standard output: take one");
        }
        Supplier<CallForService> made = calls.supplier();
        try (Progress progress = isToStandardOutput() ? new Progress(false) : report.progress()) {
            progress.begin("generating", "", 1, records);
            if (output == null) {
                send(made, progress);
            } else {
                write(made, output, progress);
            }
        }
        return 0;
    }

    private boolean isToStandardOutput() {
        return STANDARD_OUTPUT.equals(output);
    }

    private CallWriter writer(Path file) throws IOException {
        return isToStandardOutput()
                ? CallWriter.jsonLines(new FileOutputStream(FileDescriptor.out), calls.fields())
                : CallWriter.create(file, calls.fields());
    }

    private void write(Supplier<CallForService> made, Path file, Progress progress) throws IOException {
        Stopwatch stopwatch = new Stopwatch();
        try (CallWriter writer = writer(file)) {
            for (long n = 0; n < records; n++) {
                writer.write(made.get());
                step(n, progress);
            }
        }
        stopwatch.stop();
        sumUp(isToStandardOutput() ? "standard output" : file.toString(), records, stopwatch, progress);
    }

    private void send(Supplier<CallForService> made, Progress progress) throws IOException, InterruptedException {
        Function<CallForService, byte[]> format = CallFormat.of(registry.registry(), topic.topic());
        try (Delivery delivery = PlainDelivery.open(kafka.settings(), topic.topic(), topic.partitions())) {
            CallSink sink = delivery.sink(pace::paced);
            Stopwatch stopwatch = new Stopwatch();
            for (long n = 0; n < records; n++) {
                CallForService call = made.get();
                long time = CallOrder.EVENT_TIME.rank(call);
                sink.accept(new OutgoingCall(time, call.getCrimeId(), format.apply(call)));
                step(n, progress);
            }
            delivery.finish();
            stopwatch.stop();
            sumUp(topic.topic(), delivery.sent(), stopwatch, progress);
        }
    }

    private static void step(long done, Progress progress) throws InterruptedIOException {
        if (done % REPORT_EVERY == 0) {
            progress.at(done);
            if (Thread.interrupted()) {
                throw new InterruptedIOException("interrupted");
            }
        }
    }

    private void sumUp(String target, long sent, Stopwatch stopwatch, Progress progress) throws IOException {
        progress.at(sent);
        progress.close();
        SendSummary summary =
                new SendSummary(target, records, sent, 0, 0, 0L, new StepTimes(0, 0, stopwatch.firstSeconds()));
        String text = String.format(
                Locale.ROOT,
                "%s: made %,d calls in %.1f s (%,d records/s)",
                target,
                sent,
                summary.seconds(),
                summary.recordsPerSecond());
        report.sumUp(
                summary, text, spec.commandLine().getOut(), spec.commandLine().getErr());
    }
}
