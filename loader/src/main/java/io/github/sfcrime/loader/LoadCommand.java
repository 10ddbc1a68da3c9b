package io.github.sfcrime.loader;

import io.github.sfcrime.cli.FinishesWhenInterrupted;
import io.github.sfcrime.cli.KafkaOptions;
import io.github.sfcrime.cli.RegistryOptions;
import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.loader.call.CallSource;
import io.github.sfcrime.loader.feed.FeedOptions;
import io.github.sfcrime.loader.order.CallOrder;
import io.github.sfcrime.loader.order.OrderOptions;
import io.github.sfcrime.loader.order.PaceOptions;
import io.github.sfcrime.loader.order.SortedCalls;
import io.github.sfcrime.loader.read.InputOptions;
import io.github.sfcrime.loader.send.CallFormat;
import io.github.sfcrime.loader.send.Delivery;
import io.github.sfcrime.loader.send.ExactlyOnce;
import io.github.sfcrime.loader.send.OnceOptions;
import io.github.sfcrime.loader.send.PlainDelivery;
import io.github.sfcrime.loader.send.TopicOptions;
import io.github.sfcrime.schemas.CallForService;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code load}: loads calls from files into Kafka. */
@Command(
        name = "load",
        description = "Loads calls for service into a Kafka topic.",
        footer = {
            "",
            "Examples:",
            "  sfcrime load -t crime_data -b localhost:9092 calls.json.gz",
            "  sfcrime load --check calls.csv",
            "  zcat calls.json.gz | sfcrime load --speedup 60 -",
            "  sfcrime load --exactly-once calls-2018.csv calls-2019.csv",
            "  sfcrime load --feed datasf:gnap-fj3t --follow --follow-state sent.txt"
        })
final class LoadCommand implements Callable<Integer>, FinishesWhenInterrupted {

    @Spec
    private CommandSpec spec;

    @Mixin
    private InputOptions inputs;

    @Mixin
    private FeedOptions feed;

    @Mixin
    private OrderOptions order;

    @Mixin
    private PaceOptions pace;

    @Mixin
    private OnceOptions once;

    @Mixin
    private RejectOptions rejectOptions;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private TopicOptions topic;

    @Mixin
    private RegistryOptions registry;

    @Mixin
    private ReportOptions report;

    @Override
    public Integer call() throws IOException, InterruptedException {
        refuseWhatDoesNotGoTogether();
        RejectLimit limit = rejectOptions.limit();
        List<CallSource> sources = feed.isGiven() ? List.of(feed.source(topic.topic(), this::say)) : inputs.sources();
        inputs.remarks().forEach(this::say);
        if (inputs.isCheck()) {
            return new CheckedLoad(spec.commandLine().getErr()::println).check(sources, limit) ? 0 : 1;
        }
        Function<CallForService, byte[]> format = CallFormat.of(registry.registry(), topic.topic());
        try (Rejects rejects = rejectOptions.open(inputs.paths());
                SortedCalls sorted = order.open();
                Progress progress = report.progress();
                Delivery delivery = delivery()) {
            CallEncoding encoding = new CallEncoding(sendingOrder(), format, delivery.mostBytes());
            Loading loading = new Loading(encoding, sorted, rejects, limit, progress);
            run(new LoadRun(loading, delivery, pace), sources, progress);
            return tell(new LoadVerdict(loading, rejects, limit, delivery));
        }
    }

    private CallOrder sendingOrder() {
        return feed.isFollow() ? CallOrder.FILE : order.order();
    }

    private Delivery delivery() throws IOException, InterruptedException {
        if (!once.isExactlyOnce()) {
            return feed.isFollow()
                    ? PlainDelivery.openPatient(kafka.settings(), topic.topic(), topic.partitions(), this::say)
                    : PlainDelivery.open(kafka.settings(), topic.topic(), topic.partitions());
        }
        List<String> arguments = List.of(
                "1",
                order.order().name(),
                inputs.reading(),
                rejectOptions.limit().toString(),
                registry.registry() != null ? "confluent" : "single-object");
        return ExactlyOnce.open(
                kafka.settings(), topic.topic(), topic.partitions(), arguments, inputs.paths(), once.isRestart());
    }

    private void refuseWhatDoesNotGoTogether() {
        pace.schedule();
        once.check(inputs.hasStandardInput());
        feed.check(!inputs.isEmpty(), inputs.isCheck(), once.isExactlyOnce());
        if (pace.isReplay() && order.order() != CallOrder.EVENT_TIME) {
            throw new UserErrorException("--speedup replays by call time: leave --order at event-time");
        }
    }

    private void run(LoadRun run, List<CallSource> sources, Progress progress)
            throws IOException, InterruptedException {
        try {
            run.run(sources);
        } finally {
            progress.close();
            SendSummary summary = run.summary(topic.topic());
            report.sumUp(
                    summary,
                    summary.asText(),
                    spec.commandLine().getOut(),
                    spec.commandLine().getErr());
        }
    }

    private int tell(LoadVerdict verdict) {
        verdict.remarks().forEach(this::say);
        PrintWriter err = spec.commandLine().getErr();
        verdict.failures().forEach(failure -> err.println("sfcrime load: " + failure));
        err.flush();
        return verdict.failures().isEmpty() ? 0 : 1;
    }

    private void say(String line) {
        report.say(spec.commandLine().getErr(), line);
    }
}
