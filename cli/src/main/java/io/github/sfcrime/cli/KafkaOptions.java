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
import picocli.CommandLine.Option;

/** The options that say which Kafka, and how to talk to it. */
public final class KafkaOptions {

    private static final String DEFAULT_BROKERS = "localhost:9092";

    @Option(
            names = {"-b", "--bootstrap-servers"},
            paramLabel = "BROKERS",
            description = "The Kafka brokers to ask first, as HOST:PORT with commas between them; wins over"
                    + " bootstrap.servers in -X and --kafka-config (default: " + DEFAULT_BROKERS + ").")
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

    /** The brokers to ask first. */
    public String brokers() {
        return String.valueOf(settings().get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
    }

    /**
     * All settings as they were given, the more specific ones over the more general.
     *
     * @throws UserErrorException if the file cannot be read
     */
    public Map<String, Object> settings() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, DEFAULT_BROKERS);
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
