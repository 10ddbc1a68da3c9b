package io.github.sfcrime.local.stack;

import io.github.sfcrime.cli.ShutdownHook;
import io.github.sfcrime.cli.StackAddresses;
import io.github.sfcrime.cli.flink.FlinkRest;
import io.github.sfcrime.local.process.LogFormat;
import io.github.sfcrime.local.process.Processes;
import io.github.sfcrime.local.process.StackDirectory;
import io.github.sfcrime.local.process.StackFailure;
import io.github.sfcrime.schemas.Principal;
import io.github.sfcrime.schemas.Topic;
import io.github.sfcrime.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka broker and a Flink session cluster, as processes of one directory. They end when this is closed or the JVM
 * ends, unless {@link #leaveRunning} leaves them to the commands {@code status} and {@code down}.
 */
public final class Stack implements AutoCloseable {

    /** Of the topic of calls; as many as the loader makes. */
    private static final int PARTITIONS = 4;

    private final Checkout checkout;
    private final StackDirectory directory;
    private final boolean temporary;
    private final Processes processes;
    private final MetricsPages metrics;
    private final Broker broker;
    private final FlinkInstallation flink;
    private final Cluster cluster;
    private final ShutdownHook endWithThisProgram;
    private volatile boolean failed;
    private @Nullable String bootstrapServers;
    private @Nullable FlinkRest rest;

    private Stack(Checkout checkout, StackDirectory directory, boolean temporary) {
        this.checkout = checkout;
        this.directory = directory;
        this.temporary = temporary;
        processes = new Processes(directory);
        metrics = new MetricsPages(directory);
        broker = new Broker(directory, processes, checkout, metrics);
        flink = new FlinkInstallation(directory, processes, checkout);
        cluster = new Cluster(directory, processes, flink, metrics);
        endWithThisProgram = new ShutdownHook(this::kill, "stack-shutdown");
    }

    /** A stack in a temporary directory, which is removed with it; nothing is started yet. */
    public static Stack temporary() {
        try {
            StackDirectory directory = StackDirectory.create(Files.createTempDirectory("sfcrime-"));
            try {
                return new Stack(Checkout.find(), directory, true);
            } catch (StackFailure e) {
                directory.delete();
                throw e;
            }
        } catch (IOException e) {
            throw new StackFailure("cannot make a temporary directory: " + e, e);
        }
    }

    /** A stack in a directory that is kept; nothing is started yet. */
    public static Stack in(Path directory) {
        return new Stack(Checkout.find(), StackDirectory.create(directory), false);
    }

    /** Starts broker and cluster in parallel and returns once both serve. */
    public Stack start(BrokerSettings brokerSettings, ClusterSettings clusterSettings) throws InterruptedException {
        BrokerSettings onOnePort = brokerSettings.onChosenPort();
        ClusterSettings onAnother = clusterSettings.onChosenPort();
        CompletableFuture<Void> starting = CompletableFuture.runAsync(() -> {
            try {
                startBroker(onOnePort);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        startCluster(onAnother);
        try {
            starting.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackFailure failure ? failure : e;
        }
        return this;
    }

    /**
     * Starts the broker, creates the topic of calls where it is missing, and starts a cluster that runs the job and nothing
     * else.
     *
     * @param arguments of the job, but for how it reaches the broker
     */
    public Stack startApplication(BrokerSettings brokerSettings, ClusterSettings settings, List<String> arguments)
            throws InterruptedException {
        startBroker(brokerSettings);
        List<String> all = new ArrayList<>(List.of("--bootstrap-servers", bootstrapServers()));
        if (broker.isSecured()) {
            all.addAll(List.of("--kafka-config", clientFile(Principal.JOB).toString()));
        }
        all.addAll(arguments);
        createTopicOfCalls();
        startCluster(settings, JobManagerProgram.application(checkout.jobJar(), all));
        return this;
    }

    private void createTopicOfCalls() throws InterruptedException {
        Properties client = new Properties();
        if (broker.isSecured()) {
            try (var file = Files.newInputStream(clientFile(Principal.LOADER))) {
                client.load(file);
            } catch (IOException e) {
                throw new StackFailure("cannot read the settings of a client: " + e.getMessage(), e);
            }
        }
        client.setProperty("bootstrap.servers", bootstrapServers());
        try (Admin admin = Admin.create(client)) {
            Topics.createIfMissing(admin, Topic.CRIME_DATA, PARTITIONS);
        }
    }

    /** Starts the broker and returns once it serves. */
    public void startBroker(BrokerSettings settings) throws InterruptedException {
        String address = noting(() -> broker.start(settings));
        synchronized (this) {
            bootstrapServers = address;
            directory.addresses().note(StackAddresses.BROKERS, address);
        }
    }

    /**
     * Starts a PostgreSQL server of this machine's programs, and returns once it takes connections.
     *
     * @return where its database is, for JDBC
     */
    public String startPostgres() throws InterruptedException {
        return noting(() -> new Postgres(Postgres.programs(), directory, processes).start());
    }

    /** Starts the Flink cluster and returns once all its TaskManagers have registered. */
    public void startCluster(ClusterSettings settings) throws InterruptedException {
        startCluster(settings, JobManagerProgram.SESSION);
    }

    private void startCluster(ClusterSettings settings, JobManagerProgram program) throws InterruptedException {
        FlinkRest started = noting(() -> cluster.start(settings, program));
        synchronized (this) {
            rest = started;
            directory.addresses().note(StackAddresses.FLINK, started.url().toString());
        }
    }

    /** Restarts the Flink cluster with other settings; its jobs are gone, the broker and its topics stay. */
    public void restartCluster(ClusterSettings settings) throws InterruptedException {
        restartCluster(settings, JobManagerProgram.SESSION);
    }

    /** The same with that program as its JobManager. */
    public void restartCluster(ClusterSettings settings, JobManagerProgram program) throws InterruptedException {
        processes.stop(Cluster.PROCESSES);
        startCluster(settings, program);
    }

    /** Kills the JobManager and starts another, which the TaskManagers find by high availability. */
    public void replaceJobManager(ClusterSettings settings, JobManagerProgram program) throws InterruptedException {
        noting(() -> {
            cluster.replaceJobManager(settings, program);
            return settings;
        });
    }

    /** Switches metrics for Prometheus on, for processes that are started from now on. */
    public Stack withMetrics() {
        metrics.enable();
        return this;
    }

    /** Switches the metrics page of Flink's processes on, with the watermarks of each attempt of a task and nothing else. */
    public Stack withWatermarks() {
        metrics.enableWatermarks();
        return this;
    }

    /** Lets brokers that are started from now on want to know who is there. */
    public Stack withSecurity() {
        broker.secure();
        return this;
    }

    /** The file with the settings of a client of a broker that is secured. */
    public Path clientFile(Principal principal) {
        return Security.clientFile(directory, principal);
    }

    /** Sets the log format of processes that are started from now on. */
    public Stack withLogs(LogFormat format) {
        directory.log(format);
        return this;
    }

    /** The metrics endpoints. */
    public MetricsPages metrics() {
        return metrics;
    }

    /** The broker's address, for {@code bootstrap.servers}. */
    public synchronized String bootstrapServers() {
        if (bootstrapServers == null) {
            throw new IllegalStateException("the broker was not started");
        }
        return bootstrapServers;
    }

    /** Flink's REST interface. */
    public synchronized FlinkRest rest() {
        if (rest == null) {
            throw new IllegalStateException("the cluster was not started");
        }
        return rest;
    }

    /** The directory of logs, configuration and data. */
    public Path directory() {
        return directory.root();
    }

    /** Runs Flink's client with those arguments, such as {@code run -d JAR --bounded true}. */
    public ClientRun flink(List<String> arguments) throws InterruptedException {
        return new FlinkClient(flink, processes).run(arguments);
    }

    /** Runs this project's loader with those arguments and options for its JVM, and waits for its end. */
    public LoadSummary load(List<String> arguments, String... jvm) throws InterruptedException {
        return new LoaderProgram(processes, checkout).run(arguments, List.of(jvm));
    }

    /** Starts this project's loader with those arguments, and does not wait for it; it tells its end into a file. */
    public Process startLoader(List<String> arguments, Path output) {
        return new LoaderProgram(processes, checkout).start(arguments, output);
    }

    /** The processes that run in the background, to be killed, paused and started again by their names. */
    public Processes processes() {
        return processes;
    }

    /** Keeps the processes running after this program has ended. */
    public void leaveRunning() {
        endWithThisProgram.cancel();
    }

    /** Terminates every process of the stack, and removes its directory if it is temporary. */
    @Override
    public void close() {
        processes.close();
        directory.addresses().forget();
        removeIfTemporary();
        endWithThisProgram.cancel();
    }

    private void kill() {
        processes.kill();
        directory.addresses().forget();
        // The JVM is shutting down: this failure follows from that.
        failed = false;
        removeIfTemporary();
    }

    private synchronized void removeIfTemporary() {
        if (!temporary) {
            return;
        }
        if (failed) {
            // The failure's message refers to a log: keep it.
            directory.deleteAllButLogs();
        } else {
            directory.delete();
        }
    }

    private <T> T noting(Start<T> start) throws InterruptedException {
        try {
            return start.run();
        } catch (StackFailure e) {
            failed = true;
            throw e;
        }
    }

    /** Starts a part of the stack. */
    private interface Start<T> {
        T run() throws InterruptedException;
    }
}
