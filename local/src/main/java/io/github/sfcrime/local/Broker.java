package io.github.sfcrime.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/** A Kafka broker that is its own KRaft controller, in its own process, on loopback. */
final class Broker {

    static final String NAME = "broker";
    private static final String HEAP = "-Xmx384m";

    private final StackDirectory directory;
    private final Processes processes;
    private final Checkout checkout;
    private final MetricsPages metrics;

    Broker(StackDirectory directory, Processes processes, Checkout checkout, MetricsPages metrics) {
        this.directory = directory;
        this.processes = processes;
        this.checkout = checkout;
        this.metrics = metrics;
    }

    /**
     * Starts it and waits until it serves.
     *
     * @return its address for clients
     */
    String start(BrokerSettings settings) throws InterruptedException {
        int port = settings.port().choose("the Kafka broker");
        try {
            Path properties = writeProperties(settings, port);
            JavaCommand kafka = command("kafka.Kafka").jvm(HEAP).arguments(properties.toString());
            if (!Files.exists(directory.brokerData().resolve("meta.properties"))) {
                format(properties);
            }
            Files.deleteIfExists(directory.log(NAME));
            Process process = processes.start(NAME, metrics.ofBroker(NAME, kafka));
            Readiness.await("the Kafka broker", NAME, process, directory, () -> accepts(port));
            String address = "localhost:" + port;
            Readiness.await("the Kafka broker", NAME, process, directory, () -> answers(address));
            return address;
        } catch (IOException e) {
            throw new StackFailure("cannot start the Kafka broker in " + directory.root() + ": " + e.getMessage(), e);
        }
    }

    private Path writeProperties(BrokerSettings settings, int port) throws IOException {
        int controllerPort = Port.any().choose("the Kafka controller");
        Properties properties = new Properties();
        properties.putAll(defaults());
        properties.setProperty("controller.quorum.voters", "1@localhost:" + controllerPort);
        properties.setProperty(
                "listeners", "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort);
        properties.setProperty("log.dirs", directory.brokerData().toString());
        properties.putAll(settings.kafka());
        Path file = directory.configuration("server.properties");
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

    private void format(Path properties) throws IOException, InterruptedException {
        JavaCommand format = command("kafka.tools.StorageTool")
                .jvm("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
                .arguments("format", "--cluster-id", Uuid.randomUuid().toString(), "--config", properties.toString());
        Process process = processes.start(processes
                .builder(format)
                .redirectErrorStream(true)
                .redirectOutput(directory.console(NAME).toFile()));
        if (process.waitFor() != 0) {
            throw new StackFailure("cannot format the Kafka broker's storage in " + directory.brokerData()
                    + Readiness.lastWords(NAME, directory));
        }
    }

    private JavaCommand command(String mainClass) {
        return JavaCommand.of(mainClass, checkout.classPath("local/broker"))
                .jvm(
                        directory.logOption(NAME),
                        "-Dlog4j2.configurationFile=" + directory.configuration(StackDirectory.LOGGING));
    }

    /** Whether it has registered with the controller and serves requests. */
    private static boolean answers(String address) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address))) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean accepts(int port) {
        try {
            return Stream.of(InetAddress.getAllByName("localhost")).anyMatch(address -> accepts(address, port));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean accepts(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
