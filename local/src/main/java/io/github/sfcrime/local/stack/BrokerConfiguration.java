package io.github.sfcrime.local.stack;

import io.github.sfcrime.local.process.StackDirectory;
import io.github.sfcrime.local.stack.Broker.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Kafka's configuration of brokers that have their files in a stack's directory. */
final class BrokerConfiguration {

    private static final List<String> REPLICATED =
            List.of("default", "offsets.topic", "transaction.state.log", "share.coordinator.state.topic");
    private static final List<String> LEAST_REPLICAS =
            List.of("transaction.state.log.min.isr", "share.coordinator.state.topic.min.isr", "min.insync.replicas");

    private final StackDirectory directory;

    BrokerConfiguration(StackDirectory directory) {
        this.directory = directory;
    }

    /**
     * Writes that of one of the brokers: the defaults, itself and the others, and what the settings say instead.
     *
     * @param security null where anybody may do everything
     */
    Path write(Node node, List<Node> nodes, BrokerSettings settings, @Nullable Security security) throws IOException {
        Properties properties = defaults();
        properties.setProperty("node.id", Integer.toString(node.number()));
        properties.setProperty(
                "controller.quorum.voters", nodes.stream().map(Node::voter).collect(Collectors.joining(",")));
        properties.setProperty(
                "listeners", "PLAINTEXT://" + node.address() + ",CONTROLLER://localhost:" + node.controllerPort());
        properties.setProperty("log.dirs", directory.brokerData(node.number()).toString());
        if (nodes.size() > 1) {
            for (String topic : REPLICATED) {
                properties.setProperty(topic + ".replication.factor", Integer.toString(settings.replicas()));
            }
            for (String key : LEAST_REPLICAS) {
                properties.setProperty(key, Integer.toString(settings.leastReplicas()));
            }
        }
        if (security != null) {
            properties.putAll(security.ofBroker(node));
        }
        properties.putAll(settings.kafka());
        Path file = directory.configuration(
                node.number() == 1 ? "server.properties" : "server-" + node.number() + ".properties");
        if (security != null) {
            // The password of the keys is in it.
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (var out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
        return file;
    }

    private Properties defaults() throws IOException {
        Properties defaults = new Properties();
        try (var in = Files.newBufferedReader(directory.configuration(StackDirectory.BROKER_DEFAULTS))) {
            defaults.load(in);
        }
        return defaults;
    }
}
