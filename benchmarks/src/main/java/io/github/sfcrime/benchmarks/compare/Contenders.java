package io.github.sfcrime.benchmarks.compare;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.local.Checkout;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All contenders, by name. */
final class Contenders {

    private final List<Contender> all;

    Contenders(Checkout checkout) {
        Path root = checkout.root();
        all = List.of(
                FlinkContender.job(root),
                FlinkContender.sqlTwin(root),
                FlinkContender.standardWindow(root, "standard-window", "avro"),
                FlinkContender.standardWindow(root, "standard-window-our-decoder", "ours"),
                ProcessContender.kafkaStreams(root),
                ProcessContender.spark(root),
                ProcessContender.consumer("consumer", false),
                ProcessContender.consumer("consumer-decode", true));
    }

    /** The one of that name. */
    Contender named(String name) {
        return all.stream()
                .filter(contender -> contender.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UserErrorException(
                        "there is no contender " + name + ", there are " + String.join(", ", names().toList())));
    }

    private Stream<String> names() {
        return all.stream().map(Contender::name);
    }
}
