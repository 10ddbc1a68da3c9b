package io.github.sfcrime.benchmarks.contender;

import io.github.sfcrime.benchmarks.flink.EarlierJob;
import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.local.stack.Checkout;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All contenders, by name. */
public final class Contenders {

    private final Path root;
    private final List<Contender> all;

    public Contenders(Checkout checkout) {
        root = checkout.root();
        all = List.of(
                FlinkContender.job(root),
                FlinkContender.sqlTwin(root),
                FlinkContender.standardWindow(root, "standard-window", "avro"),
                FlinkContender.standardWindow(root, "standard-window-our-decoder", "ours"),
                new ProcessContender("kafka-streams", true, new KafkaStreamsProgram(root)),
                new ProcessContender("spark", true, new SparkProgram(root)),
                new ProcessContender("jet", true, new JetProgram(root)),
                new ProcessContender("duckdb", true, new BatchProgram()),
                new ProcessContender("consumer", false, new ConsumerProgram(false)),
                new ProcessContender("consumer-decode", false, new ConsumerProgram(true)));
    }

    /** The one of that name; {@code job@} and a commit is the job as it was there, and built at the first time. */
    public Contender named(String name) {
        if (EarlierJob.isNamed(name)) {
            return FlinkContender.job(name, EarlierJob.named(root, name));
        }
        return all.stream()
                .filter(contender -> contender.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UserErrorException("there is no contender " + name + ", there are "
                        + String.join(", ", names().toList()) + " and " + EarlierJob.PREFIX + "COMMIT"));
    }

    private Stream<String> names() {
        return all.stream().map(Contender::name);
    }
}
