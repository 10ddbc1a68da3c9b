package io.github.sfcrime.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say which Kafka, and how to talk to it. */
public final class KafkaOptions {

    private static final String DEFAULT_BROKERS = "localhost:9092";

    @Option(
            names = {"-b", "--bootstrap-servers"},
            paramLabel = "BROKERS",
            description = "The Kafka brokers to ask first, as HOST:PORT with commas between them; wins over"
                    + " bootstrap.servers in -X and --kafka-config (default: those of the stack that --dir names, else the"
                    + " environment variable " + StackOfThisMachine.BROKERS_VARIABLE
                    + ", else those of the stack in the"
                    + " default directory, else " + DEFAULT_BROKERS + ").")
    private @Nullable String brokers;

    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            description = "A properties file of Kafka client settings, such as those for TLS and SASL, passed through"
                    + " as they are.")
    private @Nullable Path file;

    @Option(
            names = "-X",
            paramLabel = "KEY=VALUE",
            description = "A Kafka client setting, passed through as it is; wins over --kafka-config; may be given"
                    + " several times.")
    private List<String> settings = new ArrayList<>();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** The brokers to ask first. */
    public String brokers() {
        return String.valueOf(settings().get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
    }

    /** The same with their origin, for messages. */
    String brokersAndOrigin() {
        Map<String, Object> given = given();
        Object named = given.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
        return named == null ? defaultBrokers().value() + defaultBrokers().origin() : named.toString();
    }

    /**
     * All settings as they were given, the more specific ones over the more general.
     *
     * @throws UserErrorException if the file cannot be read, or the stack that is asked for is not up
     */
    public Map<String, Object> settings() {
        Map<String, Object> all = given();
        all.computeIfAbsent(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                brokers -> defaultBrokers().value());
        return all;
    }

    private StackOfThisMachine.Address defaultBrokers() {
        return StackOfThisMachine.of(command)
                .map(stack -> stack.brokers(DEFAULT_BROKERS))
                .orElse(new StackOfThisMachine.Address(DEFAULT_BROKERS, ""));
    }

    private Map<String, Object> given() {
        Map<String, Object> all = new LinkedHashMap<>();
        if (file != null) {
            PropertiesFile.read("--kafka-config", file).forEach((key, value) -> all.put(key.toString(), value));
        }
        settings.forEach(setting -> put(setting, all));
        if (brokers != null) {
            all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, brokers);
        }
        return all;
    }

    /** Not by picocli, whose error message shows the value, which may be a password. */
    private static void put(String setting, Map<String, Object> all) {
        int equals = setting.indexOf('=');
        if (equals < 1) {
            throw new UserErrorException("-X must be KEY=VALUE, as linger.ms=5");
        }
        all.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
}
