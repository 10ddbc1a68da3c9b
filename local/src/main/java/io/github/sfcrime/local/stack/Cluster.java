package io.github.sfcrime.local.stack;

import io.github.sfcrime.cli.flink.FlinkRest;
import io.github.sfcrime.local.process.JavaCommand;
import io.github.sfcrime.local.process.Port;
import io.github.sfcrime.local.process.Processes;
import io.github.sfcrime.local.process.Readiness;
import io.github.sfcrime.local.process.StackDirectory;
import io.github.sfcrime.local.process.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Flink cluster: JobManagers and TaskManagers, each in its own process, on loopback. */
public final class Cluster {

    static final String JOB_MANAGER = "jobmanager";
    public static final String TASK_MANAGER = "taskmanager-";

    /** Selects the cluster's among a stack's processes. */
    public static final Predicate<String> PROCESSES =
            name -> name.startsWith(JOB_MANAGER) || name.startsWith(TASK_MANAGER) || name.equals(ZooKeeper.NAME);

    private static final String JM_MEMORY = "GET_JM_RESOURCE_PARAMS";
    /** It starts a lot of code and runs none of it for long: half of its CPU time would be that of the second compiler. */
    private static final Pattern COLLECTOR = Pattern.compile("-XX:\\+Use\\w+GC");

    private static final String SLOTS = "taskmanager.numberOfTaskSlots";

    private final StackDirectory directory;
    private final Processes processes;
    private final FlinkInstallation flink;
    private final MetricsPages metrics;
    private final ClusterConfiguration configuration;
    private final ZooKeeper zooKeeper;

    Cluster(StackDirectory directory, Processes processes, FlinkInstallation flink, MetricsPages metrics) {
        this.directory = directory;
        this.processes = processes;
        this.flink = flink;
        this.metrics = metrics;
        configuration = new ClusterConfiguration(directory);
        zooKeeper = new ZooKeeper(directory, processes, flink);
    }

    /**
     * Starts it and waits until all its slots are there.
     *
     * @return its REST interface
     */
    FlinkRest start(ClusterSettings settings, JobManagerProgram program) throws InterruptedException {
        int port = settings.restPort().choose("the Flink dashboard");
        Map<String, String> configuration = this.configuration.of(settings, port);
        try {
            if (settings.isHighlyAvailable()) {
                zooKeeper.start().forEach(configuration::putIfAbsent);
            }
            this.configuration.write(configuration);
            metrics.forget(PROCESSES);
            Process jobManager = startJobManager(program, configuration);
            startStandbys(program, settings.jobManagers() - 1, configuration);
            List<Process> taskManagers = startTaskManagers(settings.taskManagers(), configuration);
            FlinkRest rest = new FlinkRest(URI.create("http://localhost:" + port));
            await("the Flink JobManager", JOB_MANAGER, jobManager, () -> rest.slots() >= 0);
            int slotsEach = Integer.parseInt(configuration.getOrDefault(SLOTS, "1"));
            for (int i = 1; i <= taskManagers.size(); i++) {
                int slots = i * slotsEach;
                await("a Flink TaskManager", TASK_MANAGER + i, taskManagers.get(i - 1), () -> rest.slots() >= slots);
            }
            return rest;
        } catch (IOException e) {
            throw new StackFailure("cannot start Flink in " + directory.root() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Kills the JobManager and starts another; the TaskManagers stay, and find it by high availability, which the
     * settings must have.
     */
    void replaceJobManager(ClusterSettings settings, JobManagerProgram program) throws InterruptedException {
        processes.kill(JOB_MANAGER);
        int port = settings.restPort().choose("the Flink dashboard");
        FlinkRest rest = new FlinkRest(URI.create("http://localhost:" + port));
        try {
            Process jobManager = startJobManager(program, configuration.of(settings, port));
            await("the Flink JobManager", JOB_MANAGER, jobManager, () -> rest.slots() >= 0);
        } catch (IOException e) {
            throw new StackFailure("cannot start a JobManager in " + directory.root() + ": " + e.getMessage(), e);
        }
    }

    private void await(String what, String name, Process process, BooleanSupplier ready) throws InterruptedException {
        Readiness.await(what, name, process, directory, ready);
    }

    private Process startJobManager(JobManagerProgram program, Map<String, String> configuration)
            throws IOException, InterruptedException {
        JavaCommand withMemory = flink.withMemory(jobManager(program, configuration), JM_MEMORY);
        return start(JOB_MANAGER, withMemory.arguments(program.arguments()));
    }

    private JavaCommand jobManager(JobManagerProgram program, Map<String, String> configuration) {
        return flink.command(program.mainClass())
                .jvm(JavaCommand.COMPILED_ONCE)
                .jvm(options(configuration, "-XX:+UseSerialGC", "env.java.opts.jobmanager"));
    }

    /** JobManagers that lead when the first one is gone; their dashboards show the same. */
    private void startStandbys(JobManagerProgram program, int number, Map<String, String> configuration)
            throws IOException, InterruptedException {
        for (int i = 0; i < number; i++) {
            int port = Port.any().choose("a standby's dashboard");
            JavaCommand command = flink.withMemory(jobManager(program, configuration), JM_MEMORY)
                    .arguments("-Drest.port=" + port, "-Drest.bind-port=" + port)
                    .arguments("-Djobmanager.rpc.port=" + Port.any().choose("a standby's RPC service"))
                    .arguments(program.arguments());
            start(JOB_MANAGER + "-" + (i + 2), command);
        }
    }

    private List<Process> startTaskManagers(int number, Map<String, String> configuration)
            throws IOException, InterruptedException {
        JavaCommand command = flink.withMemory(taskManager(configuration), "GET_TM_RESOURCE_PARAMS");
        List<Process> started = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            String name = TASK_MANAGER + i;
            // Flink's default contains the machine's name, which need not resolve.
            started.add(start(name, command.arguments("-Dtaskmanager.resource-id=" + name)));
        }
        return started;
    }

    private JavaCommand taskManager(Map<String, String> configuration) {
        return flink.command("org.apache.flink.runtime.taskexecutor.TaskManagerRunner")
                .jvm(options(configuration, "-XX:+UseG1GC", "env.java.opts.taskmanager"));
    }

    private Process start(String name, JavaCommand command) throws IOException {
        Files.deleteIfExists(directory.log(name));
        String program = name.replaceFirst("-\\d+$", "");
        return processes.start(
                name, flink.shared(program, metrics.ofFlink(name, command).jvm(directory.logOption(name))));
    }

    /**
     * A JVM's options.
     *
     * @param collector the garbage collector where the options name none: a JVM takes one only
     * @param key of those of the process, behind those of all
     */
    private static List<String> options(Map<String, String> configuration, String collector, String key) {
        List<String> options = Stream.of("env.java.opts.all", key)
                .map(each -> configuration.getOrDefault(each, "").strip())
                .filter(value -> !value.isEmpty())
                .flatMap(value -> Stream.of(value.split("\\s+")))
                .toList();
        return options.stream().anyMatch(COLLECTOR.asMatchPredicate())
                ? options
                : Stream.concat(Stream.of(collector), options.stream()).toList();
    }
}
