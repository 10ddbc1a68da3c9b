package io.github.sfcrime.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
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
    private Map<String, String> settings = new LinkedHashMap<>();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** The brokers to ask first. */
    public String brokers() {
        return String.valueOf(settings().get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
    }

    /** The same with who names them, for messages. */
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
            read(file).forEach((key, value) -> all.put(key.toString(), value));
        }
        all.putAll(settings);
        if (brokers != null) {
            all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, brokers);
        }
        return all;
    }

    private static Properties read(Path path) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new UserErrorException("cannot read --kafka-config " + path + ": " + Errors.reason(e), e);
        }
        return properties;
    }
}
