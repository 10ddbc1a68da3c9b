package io.github.sfcrime.local.stack;

import io.github.sfcrime.local.process.ClassData;
import io.github.sfcrime.local.process.JavaCommand;
import io.github.sfcrime.local.process.Port;
import io.github.sfcrime.local.process.Processes;
import io.github.sfcrime.local.process.Readiness;
import io.github.sfcrime.local.process.StackDirectory;
import io.github.sfcrime.local.process.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/** A Kafka broker that is a KRaft controller too, or several of them, each in its own process, on loopback. */
public final class Broker {

    public static final String NAME = "broker";
    private static final String HEAP = "-Xmx384m";

    private final StackDirectory directory;
    private final Processes processes;
    private final Checkout checkout;
    private final ClassData classData;
    private final MetricsPages metrics;
    private final BrokerConfiguration configuration;
    private boolean secured;

    Broker(StackDirectory directory, Processes processes, Checkout checkout, MetricsPages metrics) {
        this.directory = directory;
        this.processes = processes;
        this.checkout = checkout;
        classData = checkout.classData();
        this.metrics = metrics;
        configuration = new BrokerConfiguration(directory);
    }

    /** Wants to know who is there, from the next start on. */
    void secure() {
        secured = true;
    }

    boolean isSecured() {
        return secured;
    }

    /**
     * Starts it, or all of them, and waits until they serve.
     *
     * @return the address for clients
     */
    String start(BrokerSettings settings) throws InterruptedException {
        refuseAnotherNumber(settings.brokers());
        List<Node> nodes = nodes(settings);
        try {
            Security security = secured ? Security.of(directory) : null;
            String cluster = Uuid.randomUuid().toString();
            List<Process> started = new ArrayList<>();
            for (Node node : nodes) {
                started.add(start(node, settings, configuration.write(node, nodes, settings, security), cluster));
            }
            for (int i = 0; i < started.size(); i++) {
                Node node = nodes.get(i);
                await(node, started.get(i), () -> Port.isOpen(node.port()));
            }
            String address = nodes.stream().map(Node::address).collect(Collectors.joining(","));
            Map<String, Object> admin = security == null
                    ? Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address)
                    : security.ofAdmin(nodes.stream().map(Node::internalAddress).collect(Collectors.joining(",")));
            await(nodes.get(0), started.get(0), () -> answer(admin, nodes.size()));
            if (security != null) {
                try (Admin client = Admin.create(admin)) {
                    security.grant(client);
                }
            }
            return address;
        } catch (IOException e) {
            throw new StackFailure("cannot start the Kafka broker in " + directory.root() + ": " + e.getMessage(), e);
        }
    }

    private void await(Node node, Process process, BooleanSupplier ready) throws InterruptedException {
        Readiness.await("the Kafka broker", node.name(), process, directory, ready);
    }

    /** Topics have their copies on as many brokers as there were when they were created. */
    private void refuseAnotherNumber(int wanted) {
        int there = 0;
        while (isFormatted(there + 1)) {
            there++;
        }
        if (there > 0 && there != wanted) {
            throw new StackFailure("cannot start " + wanted + " brokers in " + directory.root()
                    + ": its topics are those of " + there + ": start as many, or remove them with down --delete");
        }
    }

    private boolean isFormatted(int number) {
        return Files.exists(directory.brokerData(number).resolve("meta.properties"));
    }

    private static List<Node> nodes(BrokerSettings settings) {
        List<Node> nodes = new ArrayList<>();
        for (int number = 1; number <= settings.brokers(); number++) {
            Port port = number == 1 ? settings.port() : Port.any();
            nodes.add(new Node(
                    number,
                    port.choose("the Kafka broker"),
                    Port.any().choose("the Kafka controller"),
                    Port.any().choose("the Kafka brokers among themselves")));
        }
        return nodes;
    }

    private Process start(Node node, BrokerSettings settings, Path properties, String cluster)
            throws IOException, InterruptedException {
        if (!isFormatted(node.number())) {
            format(node, properties, cluster);
        }
        Files.deleteIfExists(directory.log(node.name()));
        JavaCommand kafka =
                command(node, "kafka.Kafka").jvm(HEAP).jvm(settings.jvm()).arguments(properties.toString());
        return processes.start(node.name(), classData.shared(NAME, metrics.ofBroker(node.name(), kafka)));
    }

    private void format(Node node, Path properties, String cluster) throws IOException, InterruptedException {
        JavaCommand format = command(node, "kafka.tools.StorageTool")
                .jvm("-Xmx128m", JavaCommand.COMPILED_ONCE, "-XX:+UseSerialGC")
                .arguments("format", "--cluster-id", cluster, "--config", properties.toString());
        Process process = processes.start(processes
                .builder(classData.borrowed(NAME, format))
                .redirectErrorStream(true)
                .redirectOutput(directory.console(node.name()).toFile()));
        if (process.waitFor() != 0) {
            throw new StackFailure("cannot format the Kafka broker's storage in " + directory.brokerData(node.number())
                    + Readiness.lastWords(node.name(), directory));
        }
    }

    private JavaCommand command(Node node, String mainClass) {
        return JavaCommand.of(mainClass, checkout.classPath("local/broker"))
                .jvm(
                        directory.logOption(node.name()),
                        "-Dlog4j2.configurationFile=" + directory.configuration(StackDirectory.LOGGING));
    }

    /** Whether all have registered with the controller and serve requests. */
    private static boolean answer(Map<String, Object> settings, int brokers) {
        try (Admin admin = Admin.create(settings)) {
            return admin.describeCluster().nodes().get().size() == brokers;
        } catch (ExecutionException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * One of the brokers.
     *
     * @param internalPort where brokers that are secured talk to each other
     */
    record Node(int number, int port, int controllerPort, int internalPort) {

        String name() {
            return number == 1 ? NAME : NAME + "-" + number;
        }

        String address() {
            return "localhost:" + port;
        }

        String internalAddress() {
            return "localhost:" + internalPort;
        }

        String voter() {
            return number + "@localhost:" + controllerPort;
        }
    }
}
