package io.github.sfcrime.loader.send;

import io.github.sfcrime.loader.call.UserErrorException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which Kafka and how to talk to it. */
public final class KafkaOptions {

    @Option(
            names = {"-b", "--bootstrap-servers"},
            paramLabel = "BROKERS",
            description = "The Kafka brokers to ask first, as HOST:PORT,... (default: what --kafka-config says, else"
                    + " localhost:9092).")
    private @Nullable String bootstrapServers;

    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            description = "A properties file of Kafka client settings, passed through as they are.")
    private @Nullable Path configFile;

    @Option(
            names = "-X",
            paramLabel = "KEY=VALUE",
            description = "A Kafka client setting, passed through as it is; wins over --kafka-config.")
    private Map<String, String> settings = new LinkedHashMap<>();

    /** The settings as they were given, the more specific ones over the more general. */
    public Map<String, Object> settings() throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "localhost:9092");
        if (configFile != null) {
            read(configFile).forEach((key, value) -> all.put(key.toString(), value));
        }
        if (bootstrapServers != null) {
            all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        }
        all.putAll(settings);
        return all;
    }

    private static Properties read(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new UserErrorException("cannot read the Kafka settings in " + file + ": there is no such file");
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IllegalArgumentException e) {
            throw new UserErrorException("cannot read the Kafka settings in " + file + ": " + e.getMessage());
        }
        return properties;
    }
}
