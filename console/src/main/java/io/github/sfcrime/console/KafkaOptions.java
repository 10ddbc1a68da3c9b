package io.github.sfcrime.console;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of every command that talks to Kafka. */
public final class KafkaOptions {

    private static final String DEFAULT_BROKERS = "localhost:9092";

    @Option(
            names = {"-b", "--bootstrap-servers"},
            paramLabel = "BROKERS",
            description = "Kafka brokers to begin with, as HOST:PORT with commas between them (default: what FILE says,"
                    + " else " + DEFAULT_BROKERS + ").")
    private @Nullable String brokers;

    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            description = "A properties file with settings of the Kafka client, such as those for TLS and SASL.")
    private @Nullable Path file;

    @Option(
            names = "-X",
            paramLabel = "KEY=VALUE",
            description = "A setting of the Kafka client, over that in FILE; may be given several times.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /**
     * All settings together.
     *
     * @throws ParameterException if the file cannot be read
     */
    public Map<String, String> clientSettings() {
        Map<String, String> all = new HashMap<>();
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, DEFAULT_BROKERS);
        if (file != null) {
            all.putAll(read(file));
        }
        all.putAll(settings);
        if (brokers != null) {
            all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, brokers);
        }
        return all;
    }

    private Map<String, String> read(Path path) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new ParameterException(
                    command.commandLine(), "cannot read --kafka-config " + path + ": " + ErrorLine.reason(e), e);
        }
        Map<String, String> read = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> read.put(name, properties.getProperty(name)));
        return read;
    }
}
